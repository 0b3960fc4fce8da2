package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row's checksum as scripts ask for it. */
class ChecksumTest {
    private static final String DIGITS = "[0-9a-f]{64}";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void shop() throws SQLException {
        sql(
                "CREATE TABLE account (id INT PRIMARY KEY, owner VARCHAR(20), version INT NOT NULL)",
                "INSERT INTO account VALUES (-5, 'Ana', 1), (6, 'Bo', 1)",
                "CREATE TABLE page (path VARCHAR(20), part VARCHAR(20), PRIMARY KEY (path, part))",
                "INSERT INTO page VALUES ('a/b', ' c'), ('a', 'b/ c'), ('@all', '')",
                "CREATE TABLE device (id VARBINARY(4) PRIMARY KEY)",
                "INSERT INTO device VALUES (X'00ff10')",
                "CREATE TABLE note (text VARCHAR(20))",
                "CREATE SCHEMA archive",
                "CREATE TABLE archive.account (id INT PRIMARY KEY)",
                "INSERT INTO archive.account VALUES (6)",
                "CREATE TABLE \"Page\" (id INT PRIMARY KEY)",
                "INSERT INTO \"Page\" VALUES (1)");
    }

    @Test
    void itIsOneLineOfSixtyFourDigits() {
        assertThat(run("PUBLIC.ACCOUNT", "6")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).matches(DIGITS + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void itFollowsEveryColumnOfItsRowAndNothingElse() throws SQLException {
        String before = digits("PUBLIC.ACCOUNT", "6");
        sql("UPDATE account SET owner = 'Cy', version = 2 WHERE id = -5");
        assertThat(digits("PUBLIC.ACCOUNT", "6")).isEqualTo(before);

        sql("UPDATE account SET version = 2 WHERE id = 6");
        assertThat(digits("PUBLIC.ACCOUNT", "6")).isNotEqualTo(before);

        sql("UPDATE account SET version = 1, owner = 'bo' WHERE id = 6");
        assertThat(digits("PUBLIC.ACCOUNT", "6")).isNotEqualTo(before);

        sql("UPDATE account SET owner = 'Bo' WHERE id = 6");
        assertThat(digits("PUBLIC.ACCOUNT", "6")).isEqualTo(before);
    }

    @Test
    void keysMayContainWhatSeparatesOthers() {
        assertThat(digits("PAGE", "a/b", " c")).isNotEqualTo(digits("PAGE", "a", "b/ c"));
        assertThat(digits("PAGE", "@all", "")).matches(DIGITS);
        assertThat(digits("PUBLIC.ACCOUNT", "-5")).matches(DIGITS);
        assertThat(digits("DEVICE", "00FF10")).matches(DIGITS);
    }

    @Test
    void bytesThatAreNoCharactersAreTypedAsTheyAreShown() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table people (name text primary key, n int)");
            statement.execute("insert into people values (cast(x'4dfc6c6c6572' as text), 1), ('Ana', 2)");
        }
        assertThat(runOn("shop.sqlite", "people", "M\\xFCller"))
                .as(err::toString)
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).matches(DIGITS);

        assertThat(runOn("shop.sqlite", "people", "M\\xFDller")).isEqualTo(ExitCode.NOT_THERE);
        assertThat(err.toString().strip()).isEqualTo("people has no row with the key M\\xFDller.");
    }

    @Test
    void aTableIsFoundWhateverItsCaseUnlessTwoDifferOnlyThere() {
        assertThat(digits("archive.account", "6")).isNotEqualTo(digits("public.account", "6"));
        assertThat(digits("device", "00ff10")).matches(DIGITS);
        assertThat(digits("Page", "1")).matches(DIGITS);

        assertThat(run("page", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().strip())
                .isEqualTo("There are several tables page: PUBLIC.PAGE, PUBLIC.Page. Name the schema, too.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUBLIC.ACCOUNT 7     | NOT_THERE | PUBLIC.ACCOUNT has no row with the key 7.
            PAGE a b             | NOT_THERE | PUBLIC.PAGE has no row with the key a / b.
            STRANGER 7           | NOT_THERE | There is no table STRANGER.
            ACCOUNT 6            | USAGE     | There are several tables ACCOUNT: ARCHIVE.ACCOUNT, PUBLIC.ACCOUNT. Name the schema, too.
            NOTE 1               | USAGE     | PUBLIC.NOTE has no key that tells one row from the others.
            PUBLIC.ACCOUNT six   | USAGE     | ID is part of the key. Not a whole number. Write it like 1500.
            DEVICE 00f           | USAGE     | ID is part of the key. Not hexadecimal. Write bytes like 00ff10.
            PAGE a/b             | USAGE     | The key of PUBLIC.PAGE is PATH, PART: give 2 values in this order.
            PUBLIC.ACCOUNT 6 6   | USAGE     | The key of PUBLIC.ACCOUNT is ID: give one value.
            """)
    void whatHasNoChecksumIsOneLineAndItsExitCode(String arguments, ExitCode code, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(code);

        assertThat(err.toString().lines()).containsExactly(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEmptyKeyIsOneOnlyWhereAnEmptyTextIsAValue() {
        assertThat(run("PUBLIC.ACCOUNT", "")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).containsExactly("ID is part of the key. It needs a value.");
    }

    @Test
    void withoutAKeyTheCommandIsNotUnderstood() {
        assertThat(run("PUBLIC.ACCOUNT")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void aDatabaseThatDoesNotOpenIsToldLikeElsewhere() {
        assertThat(runOn("missing.mv.db", "ACCOUNT", "6")).isEqualTo(ExitCode.CANNOT_OPEN);
        assertThat(err.toString().lines()).hasSize(1);
    }

    private String digits(String... arguments) {
        assertThat(run(arguments)).as(err::toString).isEqualTo(ExitCode.OK);
        return out.toString().strip();
    }

    private ExitCode run(String... arguments) {
        return runOn("shop.mv.db", arguments);
    }

    private ExitCode runOn(String file, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 2];
        all[0] = "checksum";
        all[1] = directory.resolve(file).toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Terminal terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of(),
                Path.of("").toAbsolutePath(),
                prompt -> Optional.empty());
        return new Commands(terminal, Texts.of(Locale.ENGLISH), request -> ExitCode.FAULT, _ -> Policies.DEFAULT)
                .run(all);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
