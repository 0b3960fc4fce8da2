package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concord.catalog.TableId;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the commands are told how tables are checked, and that they say what the window does. */
class GuardingOptionsTest {
    private static final TableId CUSTOMER = new TableId("PUBLIC", "CUSTOMER");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Policies confirmed = Policies.DEFAULT;
    private final Map<String, String> environment = new HashMap<>(Map.of("DISPLAY", ":0"));
    private final List<OpenRequest> windows = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(request ->
                request.target().ifPresent(target -> target.database().close()));
    }

    @Test
    void withoutAWordEverythingStaysAsItIs() {
        assertThat(run("open")).isEqualTo(ExitCode.OK);
        assertThat(windows).containsExactly(OpenRequest.SAMPLE);
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        String file = policies("locking=ignored");
        assertThat(locking("open", "--policies", file).mode()).isEqualTo(LockingMode.IGNORED);
        environment.put("OPT_LOCKING", "optional");
        assertThat(locking("open", "--policies", file).mode()).isEqualTo(LockingMode.OPTIONAL);
        assertThat(locking("open", "--policies", file, "--locking", "required").mode())
                .isEqualTo(LockingMode.REQUIRED);
        assertThat(windows.getLast().guarding().locking().mode().source()).isEqualTo(Source.COMMAND_LINE);
    }

    @Test
    void tablesAndTheAttributeAreNamed() throws SQLException {
        assertThat(run(
                        "open",
                        customers(),
                        "--locking-table",
                        "customer=required",
                        "--locking-table=PUBLIC.NOTE=ignored",
                        "--locking-attribute",
                        "rev"))
                .isEqualTo(ExitCode.OK);
        RunPolicies guarding = windows.getLast().guarding();
        Policies policies = guarding.over(Policies.DEFAULT);
        assertThat(policies.of(CUSTOMER).mode()).isEqualTo(LockingMode.REQUIRED);
        assertThat(policies.of(new TableId("PUBLIC", "NOTE")).mode()).isEqualTo(LockingMode.IGNORED);
        assertThat(guarding.locking().attribute().value()).isEqualTo("rev");
    }

    @Test
    void aPoliciesFileSaysHowATableIsGuardedOverWhatWasConfirmed() throws IOException, SQLException {
        assertThat(run("open", customers(), "--policies", policies("table.customer.checksum=true")))
                .isEqualTo(ExitCode.OK);
        Policies confirmed =
                Policies.DEFAULT.withGuard(CUSTOMER, new Guard.ByColumn("VERSION", Guard.VersionKind.INTEGER));
        Policies over = windows.getLast().guarding().over(confirmed);
        assertThat(over.of(CUSTOMER)).isEqualTo(TablePolicy.DEFAULT.withGuard(new Guard.ByDigest()));
        assertThat(over.byTable()).isEqualTo(confirmed.byTable());
    }

    @Test
    void whatIsNotUnderstoodIsOneSentenceThatShowsIt() throws IOException {
        environment.put("OPT_LOCKING", "sometimes");
        assertRefused("OPT_LOCKING=sometimes is none of ignored, optional, required", "open");
        environment.remove("OPT_LOCKING");
        assertRefused("--locking never is none of", "open", "--locking", "never");
        assertRefused("--locking-table customer=never is none of", "open", "--locking-table", "customer=never");
        assertRefused("--locking-table customer is not of the form TABLE=MODE", "open", "--locking-table", "customer");
        assertRefused("--locking-attribute a b is no name", "open", "--locking-attribute", "a b");
        assertRefused("missing.properties cannot be read", "open", "--policies", "missing.properties");
        assertRefused("loking is no setting", "open", "--policies", policies("loking=required"));
        assertRefused(
                "are both given", "open", "--policies", policies("table.customer.ignore=a\ntable.customer.include=b"));
        assertThat(windows).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsToldBeforeAWindowOpens() throws SQLException {
        assertRefused(
                "There is no table or view named custmer", "open", customers(), "--locking-table", "custmer=required");
        assertThat(windows).isEmpty();
    }

    @Test
    void checkSaysHowTheWindowWouldCheckWithTheSameOptions() throws IOException, SQLException {
        String shop = customers();
        assertThat(checked(shop)).isEqualTo("checksum");
        assertThat(checked(shop, "--policies", policies("table.customer.version=VERSION:integer")))
                .isEqualTo("VERSION and checksum");
        assertThat(checked(
                        shop,
                        "--policies",
                        policies("table.customer.version=VERSION:integer\ntable.customer.every-writer=true")))
                .isEqualTo("VERSION");
        String misspelt = policies("table.customer.version=version:integer");
        assertThat(checked(shop, "--policies", misspelt, "--locking", "required"))
                .isEqualTo("checksum; the version chosen is not used, because the table has no such column;"
                        + " required of every write");
        assertThat(checked(shop, "--locking-table", "customer=ignored")).isEqualTo("not checked");
        environment.put("OPT_LOCKING", "ignored");
        assertThat(checked(shop)).isEqualTo("not checked");
    }

    @Test
    void checkKnowsWhatWasConfirmedInTheWindow() throws IOException, SQLException {
        String shop = customers();
        confirmed = Policies.DEFAULT.withGuard(CUSTOMER, new Guard.ByColumn("VERSION", Guard.VersionKind.DATABASE));
        assertThat(checked(shop)).isEqualTo("VERSION and checksum");
        assertThat(checked(shop, "--policies", policies("table.customer.ignore=SEEN")))
                .isEqualTo("VERSION and checksum without SEEN");
    }

    @Test
    void programsReadTheSameFromJson() throws IOException, SQLException {
        String file = policies("locking=required\ntable.customer.version=VERSION:database\ntable.customer.ignore=SEEN");
        assertThat(run("check", customers(), "--json", "--policies", file)).isEqualTo(ExitCode.OK);
        JsonNode guard = new ObjectMapper().readTree(out.toString()).at("/tables/0/guard");
        assertThat(guard.path("kind").asText()).isEqualTo("column-and-digest");
        assertThat(guard.path("mode").asText()).isEqualTo("required");
        assertThat(guard.path("column").asText()).isEqualTo("VERSION");
        assertThat(guard.path("digestBecause").asText()).isEqualTo("nullable");
        assertThat(guard.at("/ignored/0").asText()).isEqualTo("SEEN");
        assertThat(guard.has("proposal")).isFalse();
    }

    @Test
    void aChecksumLeavesOutWhatThePoliciesIgnore() throws IOException, SQLException {
        String shop = customers();
        sql("INSERT INTO customer VALUES (1, 1, 5)");
        String file = policies("table.customer.ignore=SEEN");
        String whole = checksum(shop);
        String part = checksum(shop, "--policies", file);
        sql("UPDATE customer SET seen = 6");
        assertThat(checksum(shop)).isNotEqualTo(whole);
        assertThat(checksum(shop, "--policies", file)).isEqualTo(part).isNotEqualTo(whole);
        assertThat(checksum(shop, "--locking", "ignored")).isEqualTo(checksum(shop));
    }

    @Test
    void whatIsNotUnderstoodIsToldByEveryCommand() throws SQLException {
        String shop = customers();
        for (String[] command : new String[][] {{"check", shop}, {"checksum", shop, "customer", "1"}, {"open", shop}}) {
            assertRefused("--locking never is none of", with(command, "--locking", "never"));
            assertRefused("no table or view named custmer", with(command, "--locking-table", "custmer=required"));
            assertRefused("missing.properties cannot be read", with(command, "--policies", "missing.properties"));
            assertThat(out.toString()).isEmpty();
        }
        assertThat(windows).isEmpty();
    }

    /** What the report says of the customers' guard. */
    private String checked(String shop, String... options) {
        assertThat(run(with(new String[] {"check", shop}, options)))
                .as(err::toString)
                .isEqualTo(ExitCode.OK);
        String line = out.toString()
                .lines()
                .filter(each -> each.startsWith("PUBLIC.CUSTOMER"))
                .findFirst()
                .orElseThrow();
        return line.replaceAll("^PUBLIC.CUSTOMER +about \\d+ +ID +", "").replaceAll(" +yes$", "");
    }

    private String checksum(String shop, String... options) {
        String[] command = {"checksum", shop, "customer", "1"};
        assertThat(run(with(command, options))).as(err::toString).isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private static String[] with(String[] command, String... options) {
        return Stream.of(command, options).flatMap(Stream::of).toArray(String[]::new);
    }

    private void assertRefused(String words, String... arguments) {
        assertThat(run(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines().toList())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(words).endsWith("."));
    }

    private TablePolicy locking(String... arguments) {
        assertThat(run(arguments)).isEqualTo(ExitCode.OK);
        return windows.getLast().guarding().over(Policies.DEFAULT).of(CUSTOMER);
    }

    private ExitCode run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), environment, directory, prompt -> Optional.empty());
        Window window = request -> {
            windows.add(request);
            return ExitCode.OK;
        };
        return new Commands(terminal, Texts.of(Locale.ENGLISH), window, _ -> confirmed).run(arguments);
    }

    private String policies(String lines) throws IOException {
        return Files.writeString(directory.resolve("shop.properties"), lines).toString();
    }

    private String customers() throws SQLException {
        sql(
                "CREATE TABLE IF NOT EXISTS customer (id INT PRIMARY KEY, version INT DEFAULT 1, seen INT)",
                "CREATE TABLE IF NOT EXISTS note (id INT PRIMARY KEY)");
        return directory.resolve("shop.mv.db").toString();
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
