package dev.concord.app.gateway;

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

/**
 * A page of the guide to HTTP: its database, its commands with what they print, and the tests that it names.
 *
 * @param text of the page
 */
record GuidePage(String text) {
    private static final String ADDRESS = "http://localhost:5656/";
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");

    /** Reads a page. */
    static GuidePage of(String name) throws IOException {
        return new GuidePage(
                Files.readString(Path.of("..", "docs", "guide", name)).replace("\r\n", "\n"));
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

    /** Returns the blocks of a language. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Serves the database of the page. */
    TestGateway gateway() throws IOException {
        return new TestGateway(String.join("\n", blocks("sql"))
                .lines()
                .filter(line -> !line.isBlank())
                .toArray(String[]::new));
    }

    /** Whether the commands can be run on this computer. */
    static boolean runnable() {
        return program("bash").isPresent() && program("curl").isPresent();
    }

    /** Returns a program of this computer. */
    static Optional<Path> program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns what a program prints. */
    static String run(Path directory, Path program, String... arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readString(out);
    }

    /** Runs the commands in their order, and returns those that print something else than the page says, with that. */
    List<String> wronglyPrinted(Path directory) throws IOException, InterruptedException {
        List<Example> examples = examples();
        // One shell for all of them, because a variable set by one is used by the next.
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < examples.size(); i++) {
            script.append("{ ")
                    .append(examples.get(i).command())
                    .append("\n} > '")
                    .append(directory.resolve(String.valueOf(i)))
                    .append("'\n");
        }
        try (TestGateway gateway = gateway()) {
            run(
                    directory,
                    program("bash").orElseThrow(),
                    "-c",
                    script.toString().replace(ADDRESS, gateway.address()));
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            String output = Files.readString(directory.resolve(String.valueOf(i)), StandardCharsets.UTF_8);
            if (!examples.get(i).isPrintedBy(output)) {
                wrong.add(examples.get(i).command() + "\nprints\n" + output);
            }
        }
        return wrong;
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String block : blocks("sh")) {
            for (String part : block.split("(?m)^\\$ ", -1)) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    examples.add(new Example(part.substring(0, end), part.substring(end + 1)));
                }
            }
        }
        if (examples.isEmpty()) {
            throw new AssertionError("The page has no commands");
        }
        return examples;
    }

    /** Returns the tests named in the page that do not exist. */
    static List<String> missingTests(String text) throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult named : NAMED.matcher(text).results().toList()) {
            try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
                Optional<Path> file = tests.filter(path -> path.endsWith(named.group(1) + ".java"))
                        .findFirst();
                boolean there = file.isPresent()
                        && (named.group(2) == null
                                || Files.readString(file.get()).contains("void " + named.group(2) + "("));
                if (!there) {
                    missing.add(named.group());
                }
            }
        }
        return missing;
    }
}
