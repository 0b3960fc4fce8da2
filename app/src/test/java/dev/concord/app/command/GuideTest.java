package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to the command line tells the truth: its commands print what it says they print. */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "command-line.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ concord (.*)\\n((?:(?!\\$ ).*\\n)*)");
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| (\\d) \\| (.*) \\|$");

    @TempDir
    static Path directory;

    /** A command of the guide and what stands below it. */
    record Example(String command, String printed) {}

    @BeforeAll
    static void shop() throws SQLException, IOException {
        Files.writeString(
                directory.resolve("shop.properties"),
                "locking=required\ntable.customer.version=version:integer\ntable.shelf.ignore=room");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE \"customer\" (\"id\" INT PRIMARY KEY, \"name\" VARCHAR(80) NOT NULL, "
                            + "\"email\" VARCHAR(80), \"credit_limit\" DECIMAL(10, 2), \"active\" BOOLEAN, \"version\" INT NOT NULL)");
            statement.execute("INSERT INTO \"customer\" VALUES (4711, 'Ana Müller', NULL, 1000, TRUE, 3)");
            statement.execute("CREATE TABLE \"shelf\" (\"number\" INT, \"board\" VARCHAR(10), \"room\" VARCHAR(10), "
                    + "PRIMARY KEY (\"number\", \"board\"))");
            statement.execute("INSERT INTO \"shelf\" VALUES (17, 'A/3', 'east'), (17, '-top', 'east')");
            statement.execute("CREATE VIEW \"room\" AS SELECT DISTINCT \"room\" FROM \"shelf\"");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table people (name text primary key, phone text)");
            statement.execute("insert into people values (cast(x'4dfc6c6c6572' as text), '4711')");
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(guide()); block.find(); ) {
            for (Matcher command = COMMAND.matcher(block.group(1)); command.find(); ) {
                examples.add(new Example(command.group(1), command.group(2)));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePrintsWhatTheGuideSays(Example example) {
        assertThat(run(arguments(example.command()))).isEqualTo(example.printed());
    }

    @Test
    void everyExitCodeIsInTheGuide() throws IOException {
        Texts texts = Texts.of(Locale.ENGLISH);
        assertThat(CODE.matcher(guide()).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> code.code() + " " + texts.get("command.exit." + code.code()))
                        .toList());
    }

    private static String[] arguments(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.startsWith("shop.") ? directory.resolve(word).toString() : word)
                .toArray(String[]::new);
    }

    private static String run(String... arguments) {
        StringWriter both = new StringWriter();
        PrintWriter out = new PrintWriter(both);
        Terminal terminal = new Terminal(out, out, Map.of(), Path.of("").toAbsolutePath(), prompt -> Optional.empty());
        new Commands(terminal, Texts.of(Locale.ENGLISH), request -> ExitCode.FAULT, _ -> Policies.DEFAULT)
                .run(arguments);
        return both.toString().replace(System.lineSeparator(), "\n");
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE).replace("\r\n", "\n");
    }
}
