package dev.concord.app.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.OpenRequest;
import dev.concord.catalog.TableId;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands, typed at one terminal and run by another program: they must not be able to tell. */
class HandedCommandTest {

    @TempDir
    Path directory;

    private final List<OpenRequest> windows = new CopyOnWriteArrayList<>();

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Street street;

    @BeforeEach
    void open() throws SQLException {
        street = new Street(directory);
        street.receiver((terminal, arguments) ->
                new Commands(terminal, Texts.of(Locale.ENGLISH), this::show, _ -> Policies.DEFAULT).run(arguments));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INT PRIMARY KEY)");
            statement.execute("CREATE USER ana PASSWORD 'right' ADMIN");
        }
    }

    private ExitCode show(OpenRequest request) {
        windows.add(request);
        request.target().ifPresent(target -> target.database().close());
        return ExitCode.OK;
    }

    @AfterEach
    void close() {
        street.close();
        assertThat(street.faults).isEmpty();
    }

    @Test
    void fileNamesAreMeantFromWhereTheyWereTyped() throws IOException {
        Files.writeString(directory.resolve("rules.properties"), "locking=required");
        assertThat(sent("open", "shop.mv.db", "--policies", "rules.properties")).isEqualTo(ExitCode.OK);
        assertThat(sent("open", "jdbc:h2:./shop")).isEqualTo(ExitCode.OK);
        assertThat(windows).hasSize(2);
        assertThat(windows.getFirst().target().orElseThrow().settings().address())
                .isEqualTo(directory.resolve("shop.mv.db").toString());
        Policies policies = windows.getFirst().guarding().over(Policies.DEFAULT);
        assertThat(policies.of(new TableId("PUBLIC", "CUSTOMER")).mode()).isEqualTo(LockingMode.REQUIRED);
    }

    @Test
    void whatCannotBeOpenedIsOneSentenceAtTheSendersTerminal() {
        assertThat(sent("open", "missing.db")).isEqualTo(ExitCode.CANNOT_OPEN);
        assertThat(street.err.toString().lines())
                .containsExactly("There is no file " + directory.resolve("missing.db") + ".");
        assertThat(windows).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsOneSentenceAtTheSendersTerminal() {
        street.environment.put("OPT_LOCKING", "sometimes");
        assertThat(sent("open", "shop.mv.db")).isEqualTo(ExitCode.USAGE);
        assertThat(sent("open", "shop.mv.db", "--policies", "missing.properties"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(sent("open", "--frobnicate")).isEqualTo(ExitCode.USAGE);
        assertThat(street.err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("OPT_LOCKING", "sometimes"),
                        line -> assertThat(line).contains("missing.properties"),
                        line -> assertThat(line).contains("--frobnicate"));
        assertThat(windows).isEmpty();
    }

    @Test
    void thePasswordIsAskedForAtTheSendersTerminal() {
        street.password = Optional.of(new Secret("right"));
        assertThat(sent("open", "shop.mv.db", "--user", "ana")).isEqualTo(ExitCode.OK);
        assertThat(street.questions).containsExactly("Password for ana:");
        assertThat(windows).hasSize(1);
    }

    @Test
    void whoGivesNoPasswordIsNotLetIn() {
        assertThat(sent("open", "shop.mv.db", "--user", "ana")).isEqualTo(ExitCode.CANNOT_OPEN);
        assertThat(street.questions).hasSize(1);
        assertThat(street.err.toString()).contains("ana could not log in");
        assertThat(windows).isEmpty();
    }

    @Test
    void thePasswordOfTheEnvironmentIsTheSenders() {
        street.environment.put("CONCORD_PASSWORD", "right");
        assertThat(sent("open", "shop.mv.db", "--user", "ana")).isEqualTo(ExitCode.OK);
        assertThat(street.questions).isEmpty();
    }

    private ExitCode sent(String... arguments) {
        int code = street.send(arguments).orElseThrow();
        return Stream.of(ExitCode.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
