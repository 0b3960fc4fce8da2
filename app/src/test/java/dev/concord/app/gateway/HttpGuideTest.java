package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to HTTP says is what happens: its lines are run against a gateway, and its tests exist. */
@Timeout(120)
class HttpGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "http.md");
    private static final String ADDRESS = "http://localhost:5656/";
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\| (`[A-Z].*`) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:#(\\w+))?`");

    @TempDir
    Path directory;

    private static String guide() throws IOException {
        return Files.readString(GUIDE).replace("\r\n", "\n");
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(guide())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static TestGateway gateway() throws IOException {
        return new TestGateway(String.join("\n", blocks("sql"))
                .lines()
                .filter(line -> !line.isBlank())
                .toArray(String[]::new));
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String run(Path program, String... arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readString(out);
    }

    /** A command and what it prints, in which … stands for anything. */
    private record Example(String command, String printed) {
        boolean isPrintedBy(String output) {
            String pattern = Stream.of(printed.strip().split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(output.strip())
                    .matches();
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

    @Test
    void eachLinePrintsWhatTheGuideSays() throws Exception {
        Optional<Path> bash = program("bash");
        assumeTrue(bash.isPresent() && program("curl").isPresent(), "there is no bash or no curl on this computer");
        List<Example> examples = examples();
        assertFalse(examples.isEmpty());
        try (TestGateway gateway = gateway()) {
            // One shell for all of them, because a variable set by one is used by the next.
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < examples.size(); i++) {
                script.append("{ ")
                        .append(examples.get(i).command())
                        .append("\n} > '")
                        .append(directory.resolve("" + i))
                        .append("'\n");
            }
            run(bash.get(), "-c", script.toString().replace(ADDRESS, gateway.address()));
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                String output = Files.readString(directory.resolve("" + i), StandardCharsets.UTF_8);
                assertTrue(example.isPrintedBy(output), example.command() + "\nprints\n" + output);
            }
        }
    }

    @Test
    void thePythonClientMergesWhatDoesNotCollide() throws Exception {
        Optional<Path> python = program("python3");
        assumeTrue(python.isPresent(), "there is no python3 on this computer");
        try (TestGateway gateway = gateway()) {
            String url = gateway.address() + "api/customer/";
            Path script = Files.writeString(
                    directory.resolve("client.py"), blocks("python").getFirst() + """

                    def slower(mine, url, theirs):
                        def change(row):
                            edit(url, lambda _: theirs)
                            return mine
                        return change

                    url = "%s"
                    print(edit(url + "1", lambda row: {"city": row["city"].upper()})["attributes"]["city"])
                    merged = edit(url + "1", slower({"city": "Oslo"}, url + "1", {"name": "Ada"}))["attributes"]
                    print(merged["name"], merged["city"])
                    try:
                        edit(url + "2", slower({"city": "Oslo"}, url + "2", {"city": "Rome"}))
                    except ValueError as clash:
                        print(str(clash)[:30])
                    """.formatted(url));

            assertEquals(
                    List.of("LONDON", "Ada Oslo", "somebody else changed ['city']"),
                    run(python.get(), script.toString()).lines().toList());
        }
    }

    @Test
    void theJavaScriptClientMergesWhatDoesNotCollide() throws Exception {
        Optional<Path> node = program("node");
        assumeTrue(node.isPresent(), "there is no node on this computer");
        try (TestGateway gateway = gateway()) {
            String url = gateway.address() + "api/customer/";
            Path script = Files.writeString(
                    directory.resolve("client.mjs"), blocks("js").getFirst() + """

                    const slower = (mine, url, theirs) => async () => { await edit(url, () => theirs); return mine; };
                    const url = "%s";
                    console.log((await edit(url + "1", row => ({ city: row.city.toUpperCase() }))).attributes.city);
                    const merged = (await edit(url + "1", slower({ city: "Oslo" }, url + "1", { name: "Ada" }))).attributes;
                    console.log(merged.name, merged.city);
                    try {
                      await edit(url + "2", slower({ city: "Oslo" }, url + "2", { city: "Rome" }));
                    } catch (clash) {
                      console.log(clash.message.slice(0, 26));
                    }
                    """.formatted(url));

            assertEquals(
                    List.of("LONDON", "Ada Oslo", "somebody else changed city"),
                    run(node.get(), script.toString()).lines().toList());
        }
    }

    @Test
    void everyThreatNamesTestsThatExist() throws Exception {
        List<MatchResult> rows = ROW.matcher(guide()).results().toList();
        assertTrue(rows.size() > 10, "the list of threats was not found");
        for (MatchResult row : rows) {
            for (MatchResult named : NAMED.matcher(row.group(1)).results().toList()) {
                Path file;
                try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
                    file = tests.filter(path -> path.endsWith(named.group(1) + ".java"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("there is no test " + named.group(1)));
                }
                if (named.group(2) != null) {
                    assertTrue(Files.readString(file).contains("void " + named.group(2) + "("), named.group());
                }
            }
        }
    }

    @Test
    void everySettingIsInTheGuide() throws Exception {
        String guide = guide();
        for (String name : Files.readString(
                        Path.of("src", "main", "java", "dev", "concord", "app", "command", "ServeOptions.java"))
                .lines()
                .flatMap(line -> Pattern.compile("private static final String [A-Z_]+ = \"([a-z][a-z.-]+)\";")
                        .matcher(line)
                        .results())
                .map(found -> found.group(1))
                .toList()) {
            assertTrue(guide.contains("`serve." + name + "`"), name);
        }
    }
}
