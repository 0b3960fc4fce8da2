package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failed command leaves in the log. */
class CommandLogTest {
    private static final String VALUE = "Koffiehuis Mulder";

    private final Logger log = Logger.getLogger(Commands.class.getName());
    private final List<LogRecord> entries = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            entries.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
    }

    @Test
    void aStatementThatFailsLogsItsErrorCodeAndNoValue() {
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Map.of("DISPLAY", ":0"),
                directory,
                prompt -> Optional.empty());
        Commands commands =
                new Commands(terminal, Texts.of(Locale.ENGLISH), request -> failingStatement(), _ -> Policies.DEFAULT);

        assertThat(commands.run()).isEqualTo(ExitCode.FAULT);

        assertThat(err.toString()).as("the person may read it").contains(VALUE);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(new SimpleFormatter().format(entry))
                    .contains("The command failed", "SQLSTATE 22018")
                    .doesNotContain(VALUE);
            assertThat(entry.getThrown()).isNull();
        });
    }

    @Test
    void whatALibraryLogsHasNoValueInTheFileEither() {
        LogRecord entry = new LogRecord(Level.WARNING, "Connection {0} is broken");
        entry.setParameters(new Object[] {7});
        entry.setLoggerName("com.example.pool");
        entry.setThrown(new SQLException("Value too long: " + VALUE, "22001"));

        assertThat(new LogFormatter().format(entry))
                .contains("Connection 7 is broken", "java.sql.SQLException SQLSTATE 22001", "com.example.pool")
                .doesNotContain(VALUE);
    }

    private static ExitCode failingStatement() {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = connection.createStatement()) {
            statement.execute("select cast('" + VALUE + "' as int)");
            return ExitCode.OK;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
