package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to writing over HTTP says is what happens: its lines are run against a gateway, and its tests exist. */
class HttpWritesGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "http-writes.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`");
    private static final Pattern CASE = Pattern.compile("(?m)^\\| (\\d+) ");

    @TempDir
    private Path directory;

    @Test
    void eachLinePrintsWhatTheGuideSays() throws Exception {
        assumeTrue(has("bash") && has("curl"), "there is no bash or no curl on this computer");
        List<Example> examples = examples();
        assertThat(examples).isNotEmpty();
        try (TestGateway gateway = gateway()) {
            // One shell for all of them, because a variable set by one is used by the next.
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < examples.size(); i++) {
                script.append("{ ").append(examples.get(i).command()).append("\n} > ").append(i).append('\n');
            }
            new ProcessBuilder("bash", "-c", script.toString().replace("http://localhost:5656/", gateway.address()))
                    .directory(directory.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            for (int i = 0; i < examples.size(); i++) {
                assertThat(Files.readString(directory.resolve(String.valueOf(i))).strip())
                        .as(examples.get(i).command())
                        .matches(examples.get(i).pattern());
            }
        }
    }

    @Test
    void headHasTheTagOfGet() throws Exception {
        try (TestGateway gateway = gateway()) {
            Exchange get = Exchange.get(gateway, "/api/customer/1");
            Exchange head = Exchange.send(gateway, "HEAD", "/api/customer/1", "");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).isPresent().isEqualTo(get.header("ETag"));
            assertThat(Exchange.send(
                                    gateway,
                                    "HEAD",
                                    "/api/customer/1",
                                    "",
                                    "If-None-Match",
                                    get.header("ETag").orElseThrow())
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void everyCaseNamesTestsThatExist() throws IOException {
        assertThat(CASE.matcher(guide()).results().map(row -> Integer.valueOf(row.group(1))))
                .contains(67, 68, 69, 70, 71, 72, 73, 74, 75, 77);
        for (MatchResult named : NAMED.matcher(guide()).results().toList()) {
            try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
                Path file = tests.filter(path -> path.endsWith(named.group(1) + ".java"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("There is no test " + named.group(1)));
                assertThat(Files.readString(file)).contains("void " + named.group(2) + "(");
            }
        }
    }

    /** A command and what it prints, in which … stands for anything. */
    private record Example(String command, String printed) {
        Pattern pattern() {
            return Pattern.compile(
                    Stream.of(printed.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                    Pattern.DOTALL);
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String block : blocks("sh")) {
            for (String part : block.split("(?m)^\\$ ")) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    examples.add(new Example(part.substring(0, end), part.substring(end + 1)));
                }
            }
        }
        return examples;
    }

    private static TestGateway gateway() throws IOException {
        return new TestGateway(blocks("sql").getFirst().lines().toArray(String[]::new));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(guide())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE).replace("\r\n", "\n");
    }

    private static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
