package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.LockingSettings.Source;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code concord open} is told how tables are checked. */
class GuardingOptionsTest {
    private static final TableId CUSTOMER = new TableId("PUBLIC", "CUSTOMER");

    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();
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
        Guarding guarding = windows.getLast().guarding();
        Policies policies = guarding.over(Policies.DEFAULT);
        assertThat(policies.of(CUSTOMER).mode()).isEqualTo(LockingMode.REQUIRED);
        assertThat(policies.of(new TableId("PUBLIC", "NOTE")).mode()).isEqualTo(LockingMode.IGNORED);
        assertThat(guarding.locking().attribute().value()).isEqualTo("rev");
    }

    @Test
    void aPoliciesFileSaysHowATableIsGuardedOverWhatWasConfirmed() throws IOException, SQLException {
        assertThat(run("open", customers(), "--policies", policies("table.customer.xmin=true")))
                .isEqualTo(ExitCode.OK);
        Policies confirmed = Policies.DEFAULT.withGuard(CUSTOMER, new Guard.ByDigest());
        Policies over = windows.getLast().guarding().over(confirmed);
        assertThat(over.of(CUSTOMER)).isEqualTo(TablePolicy.DEFAULT.withGuard(new Guard.ByRowVersion()));
        assertThat(over.byTable()).isEqualTo(confirmed.byTable());
    }

    @Test
    void whatIsNotUnderstoodIsOneSentenceThatShowsIt() throws IOException {
        environment.put("OPT_LOCKING", "sometimes");
        assertRefused("OPT_LOCKING=sometimes is none of ignored, optional, required", "open");
        environment.remove("OPT_LOCKING");
        assertRefused("--locking never is none of", "open", "--locking", "never");
        assertRefused("--locking-table customer=never is none of", "open", "--locking-table", "customer=never");
        assertRefused("--locking-table customer is no table", "open", "--locking-table", "customer");
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
        err.getBuffer().setLength(0);
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()), new PrintWriter(err), environment, prompt -> Optional.empty());
        Window window = request -> {
            windows.add(request);
            return ExitCode.OK;
        };
        return new Commands(terminal, Texts.of(Locale.ENGLISH), window).run(arguments);
    }

    private String policies(String lines) throws IOException {
        return Files.writeString(directory.resolve("shop.properties"), lines).toString();
    }

    private String customers() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS customer (id INT PRIMARY KEY)");
            statement.execute("CREATE TABLE IF NOT EXISTS note (id INT PRIMARY KEY)");
        }
        return directory.resolve("shop.mv.db").toString();
    }
}
