package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(Map.of("DISPLAY", ":0"));
    private final List<String> questions = new ArrayList<>();
    private final List<OpenRequest> windows = new ArrayList<>();
    private Optional<Secret> typedPassword = Optional.empty();

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("open", "check", "Exit codes:", "the database could not be opened");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void eachCommandHasHelpOfItsOwn() {
        assertThat(run("check", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("--json", "--user", "CONCORD_PASSWORD");

        assertThat(run("open", "-h")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("--table", "--key");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().strip()).matches("Concord \\d+\\.\\d+.*");
    }

    @Test
    void whatIsNotUnderstoodIsOneSentenceAndItsOwnExitCode() {
        for (String[] wrong : new String[][] {
            {"--frobnicate"},
            {"check"},
            {"check", "a", "b"},
            {"reopen"},
            {"open", "--table"},
            {"check", "x", "--password=secret77"}
        }) {
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
            assertOneSentence();
        }
    }

    @Test
    void aFileAloneIsOpenedButAMisspeltCommandIsNot() throws SQLException {
        Path file = h2("shop", "CREATE TABLE customer (id INT PRIMARY KEY)");

        assertThat(run(file.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("chekc")).isEqualTo(ExitCode.USAGE);

        assertThat(windows).hasSize(1);
        try (var database = windows.getFirst().target().orElseThrow().database()) {
            assertThat(database.label()).isEqualTo("shop.mv.db");
        }
    }

    @Test
    void aPasswordTypedInTheWrongPlaceIsNotRepeated() {
        for (String[] wrong : new String[][] {
            {"check", "x", "--password=secret77"},
            {"check", "x", "--password", "secret77"},
            {"check", "x", "jdbc:h2:mem:x;PASSWORD=secret77"}
        }) {
            assertThat(run(wrong)).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).contains("is not understood").doesNotContain("secret77");
        }
    }

    @Test
    void aKeyNeedsATable() {
        assertThat(run("open", "--key", "1")).isEqualTo(ExitCode.USAGE);
        assertOneSentence();
    }

    @Test
    void withoutArgumentsTheSampleOpens() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(run("open")).isEqualTo(ExitCode.OK);

        assertThat(windows).containsExactly(OpenRequest.SAMPLE, OpenRequest.SAMPLE);
    }

    @Test
    void anotherWindowIsOpenedUnlessNothingOrTheSameIsAskedFor() throws SQLException {
        String file = h2("shop", "CREATE TABLE customer (id INT PRIMARY KEY)").toString();
        run("open", file);
        run("open", file, "--window", "same");
        run("open", file, "--window=new");
        run("open", "--window", "new");
        run("open", "--table", "customer");
        run("open", "--locking", "required");

        assertThat(windows)
                .extracting(OpenRequest::where)
                .containsExactly(Where.NEW, Where.SAME, Where.NEW, Where.NEW, Where.NEW, Where.NEW);
        windows.forEach(request ->
                request.target().ifPresent(target -> target.database().close()));
    }

    @Test
    void aWindowThatIsNeitherNewNorTheSameIsOneSentence() {
        assertThat(run("open", "--window", "other")).isEqualTo(ExitCode.USAGE);
        assertOneSentence();
        assertThat(err.toString()).contains("--window other");
        assertThat(run("check", "x", "--window", "new")).isEqualTo(ExitCode.USAGE);
        assertThat(windows).isEmpty();
    }

    @Test
    void aFileIsMeantFromTheTerminalsDirectory() throws SQLException {
        h2("shop", "CREATE TABLE customer (id INT PRIMARY KEY)");
        assertThat(run("check", "shop.mv.db")).isEqualTo(ExitCode.OK);
        assertThat(run("check", "./shop")).isEqualTo(ExitCode.OK);
    }

    @Test
    void openHandsTheWindowAnOpenDatabaseAndWhereToGo() throws SQLException {
        Path file = h2("shop", "CREATE TABLE customer (id INT PRIMARY KEY)");

        assertThat(run("open", file.toString(), "--table", "PUBLIC.CUSTOMER", "--key", "17"))
                .isEqualTo(ExitCode.OK);

        OpenRequest request = windows.getFirst();
        assertThat(request.table()).contains("PUBLIC.CUSTOMER");
        assertThat(request.key()).contains("17");
        try (var database = request.target().orElseThrow().database();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aDatabaseThatDoesNotOpenGetsNoWindow() {
        assertThat(run("open", directory.resolve("missing.sqlite").toString())).isEqualTo(ExitCode.CANNOT_OPEN);

        assertOneSentence();
        assertThat(windows).isEmpty();
    }

    @Test
    void withoutADisplayNoWindowIsTried() {
        environment.clear();

        assertThat(run()).isEqualTo(ExitCode.NO_DISPLAY);

        assertOneSentence();
        assertThat(windows).isEmpty();
    }

    @Test
    void eachReasonIsOneSentenceThatNamesTheSubject() throws IOException {
        Path text = Files.writeString(directory.resolve("letter.txt"), "Dear Ana,");
        Path damaged = Files.write(
                directory.resolve("damaged.sqlite"),
                "SQLite format 3\0 and then nothing of use".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("no-such-host.invalid", "jdbc:postgresql://no-such-host.invalid/shop");
        assertRefused("localhost:1", "jdbc:mariadb://localhost:1/shop");
        assertRefused("missing.sqlite", directory.resolve("missing.sqlite").toString());
        assertRefused("letter.txt", text.toString());
        assertRefused("damaged.sqlite", damaged.toString());
        assertRefused(directory.toString(), directory.toString());
        assertRefused("INIT", "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x.sql'");
        assertRefused("jdbc:oracle:thin:@h", "jdbc:oracle:thin:@h");
        assertRefused("", "");
    }

    @Test
    void aWrongPasswordIsOneSentenceAndThePasswordIsNotInIt() throws SQLException {
        Path file = h2WithUser("ana", "right");
        environment.put("CONCORD_PASSWORD", "wrong-secret");

        assertThat(run("check", file.toString(), "--user", "ana")).isEqualTo(ExitCode.CANNOT_OPEN);

        assertOneSentence();
        assertThat(err.toString()).contains("ana").doesNotContain("wrong-secret");
        assertThat(questions).isEmpty();
    }

    @Test
    void aPasswordThatNobodyCanBeAskedForIsToBeSet() throws SQLException {
        Path file = h2WithUser("ana", "right");

        assertThat(run("check", file.toString(), "--user", "ana")).isEqualTo(ExitCode.CANNOT_OPEN);

        assertOneSentence();
        assertThat(err.toString()).contains("ana", "CONCORD_PASSWORD");
    }

    @Test
    void thePasswordComesFromTheEnvironment() throws SQLException {
        Path file = h2WithUser("ana", "right");
        environment.put("CONCORD_PASSWORD", "right");

        assertThat(run("check", file.toString(), "--user", "ana")).isEqualTo(ExitCode.OK);
        assertThat(questions).isEmpty();
    }

    @Test
    void thePasswordIsAskedForOnlyWhenNeeded() throws SQLException {
        Path file = h2WithUser("ana", "right");
        typedPassword = Optional.of(new Secret("right"));

        assertThat(run("check", file.toString(), "--user", "ana")).isEqualTo(ExitCode.OK);
        assertThat(questions).containsExactly("Password for ana:");
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        run("check", "jdbc:db2://ana:secret77@h/shop?password=secret77");

        assertThat(err.toString()).isNotEmpty().doesNotContain("secret77");
    }

    @Test
    void checkSaysForEachTableItsKeyGuardAndWhetherItCanBeEdited() throws SQLException {
        Path file = guards();

        assertThat(run("check", file.toString())).isEqualTo(ExitCode.OK);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(9).contains("4 tables and views, 2 of them can be edited.");
        assertThat(lines.get(2)).matches("Table +Rows +Key +Guard +Can be edited");
        assertThat(lines.get(3))
                .matches(
                        "PUBLIC.COUNTED +about 2 +ID +checksum; VERSION looks like a version counter, decide first whether saves move it +yes");
        assertThat(lines.get(4)).matches("PUBLIC.NOTES +about 0 +– +– +no, it has no key");
        assertThat(lines.get(5)).matches("PUBLIC.OVERVIEW +– +– +– +no, it is a view");
        assertThat(lines.get(6)).matches("PUBLIC.PLAIN +about 0 +ID +checksum +yes");
        assertThat(lines.subList(2, 7))
                .extracting(line ->
                        line.replaceAll("  (yes|no, .*|Can be edited)$", "").length())
                .as("the columns stand under each other")
                .containsOnly(lines.get(2).indexOf("Can be edited") - 2);
    }

    @Test
    void checkWritesJsonForPrograms() throws Exception {
        Path file = guards();

        assertThat(run("check", "--json", file.toString())).isEqualTo(ExitCode.OK);

        JsonNode root = new ObjectMapper().readTree(out.toString());
        assertThat(root.path("kind").asText()).isEqualTo("h2");
        assertThat(root.path("tables").findValuesAsText("name"))
                .containsExactly("COUNTED", "NOTES", "OVERVIEW", "PLAIN");
        assertThat(root.path("tables").path(0).at("/guard/proposal/column").asText())
                .isEqualTo("VERSION");
        assertThat(root.path("tables").path(0).at("/rows/number").asInt()).isEqualTo(2);
        assertThat(root.path("tables").path(0).at("/key/0").asText()).isEqualTo("ID");
        assertThat(root.path("tables").path(3).at("/guard/kind").asText()).isEqualTo("digest");
        assertThat(root.path("tables").path(1).path("editable").asBoolean(true)).isFalse();
        assertThat(root.path("tables").path(1).path("reason").asText()).isEqualTo("no-key");
        assertThat(root.path("tables").path(2).path("reason").asText()).isEqualTo("view");
        assertThat(root.path("tables").path(2).has("rows")).isFalse();
    }

    @Test
    void checkNamesSettingsThatCanLoseSaves() throws Exception {
        String address = "jdbc:h2:file:" + guards().toString().replace(".mv.db", "") + ";WRITE_DELAY=250";

        assertThat(run("check", address)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().toList().getLast()).contains("250 ms", "WRITE_DELAY");

        out.getBuffer().setLength(0);
        assertThat(run("check", "--json", address)).isEqualTo(ExitCode.OK);
        JsonNode weak = new ObjectMapper().readTree(out.toString()).path("weakSettings");
        assertThat(weak.at("/0/name").asText()).isEqualTo("write_delay");
        assertThat(weak.at("/0/value").asText()).isEqualTo("250");
    }

    @Test
    void oneRelationThatCannotBeReadDoesNotStopTheOthers() throws Exception {
        Path file = directory.resolve("shop.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create table good (id integer primary key, v text)",
                    "create table gone (x)",
                    "create view broken as select x from gone",
                    "drop table gone")) {
                statement.execute(sql);
            }
        }

        assertThat(run("check", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().toList())
                .contains("2 tables and views, 1 of them can be edited.")
                .anyMatch(line -> line.matches("broken +– +– +– +no, it cannot be read: .*no such table: main.gone"))
                .anyMatch(line -> line.matches("good +0 +id +checksum +yes"));

        assertThat(run("check", "--json", file.toString())).isEqualTo(ExitCode.OK);
        JsonNode broken = new ObjectMapper().readTree(out.toString()).at("/tables/0");
        assertThat(broken.path("name").asText()).isEqualTo("broken");
        assertThat(broken.path("editable").asBoolean(true)).isFalse();
        assertThat(broken.path("reason").asText()).isEqualTo("unreadable");
        assertThat(broken.at("/unreadable/reason").asText()).isEqualTo("not-carried-out");
        assertThat(broken.at("/unreadable/detail").asText()).contains("no such table: main.gone");

        assertThat(run("checksum", file.toString(), "broken", "1")).isEqualTo(ExitCode.NOT_THERE);
        assertThat(err.toString()).contains("broken cannot be read").contains("no such table: main.gone");
        assertOneSentence();
    }

    private Path guards() throws SQLException {
        return h2(
                "shop",
                "CREATE TABLE counted (id INT PRIMARY KEY, name VARCHAR(20), version INT DEFAULT 1 NOT NULL)",
                "INSERT INTO counted (id) VALUES (1), (2)",
                "CREATE TABLE plain (id INT PRIMARY KEY, name VARCHAR(20))",
                "CREATE TABLE notes (text VARCHAR(20))",
                "CREATE VIEW overview AS SELECT name FROM plain");
    }

    private void assertRefused(String subject, String address) {
        assertThat(run("check", address)).as(address).isEqualTo(ExitCode.CANNOT_OPEN);
        assertThat(err.toString()).contains(subject);
        assertOneSentence();
    }

    private void assertOneSentence() {
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines().toList())
                .singleElement()
                .satisfies(line -> assertThat(line).isNotBlank().doesNotContain("Exception", "\tat "));
    }

    private ExitCode run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), environment, directory, prompt -> {
            questions.add(prompt);
            return typedPassword;
        });
        Window window = request -> {
            windows.add(request);
            return ExitCode.OK;
        };
        return new Commands(terminal, Texts.of(Locale.ENGLISH), window, _ -> Policies.DEFAULT).run(arguments);
    }

    private Path h2(String name, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve(name));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return directory.resolve(name + ".mv.db");
    }

    private Path h2WithUser(String user, String password) throws SQLException {
        return h2(
                "locked",
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE USER " + user + " PASSWORD '" + password + "' ADMIN");
    }
}
