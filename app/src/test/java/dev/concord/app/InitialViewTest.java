package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.app.command.RunPolicies;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.settings.Settings;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.text.Texts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window is given to show first. */
class InitialViewTest {
    @TempDir
    Path folder;

    @Test
    void aConnectionLostBetweenOpeningAndReadingIsLeftToTheWindow() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
        try (Connection aside = DriverManager.getConnection("jdbc:h2:mem:initial", "sa", "");
                Statement statement = aside.createStatement()) {
            statement.execute("create table note (id int primary key)");
            DatabaseSettings settings = new DatabaseSettings(
                    "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:initial", "sa", Secret.NONE, false);
            Database database = ((OpenOutcome.Opened) DatabaseOpener.open(settings)).database();
            // How long a pool waits for a server that is not there is not what is tested.
            database.dataSource().unwrap(HikariDataSource.class).setConnectionTimeout(300);
            assertThat(seen(settings, database).look().get()).isInstanceOf(ReadOutcome.Read.class);
            server.stop();
            InitialView.Seen without = seen(settings, database);
            assertThat(without.look().get()).isInstanceOf(ReadOutcome.Unreadable.class);
            assertThat(without.table()).contains("note");
            without.putAway();
        } finally {
            server.stop();
        }
    }

    private InitialView.Seen seen(DatabaseSettings settings, Database database) {
        OpenRequest request = new OpenRequest(
                Optional.of(new OpenRequest.Target(settings, database)),
                Optional.of("note"),
                Optional.empty(),
                RunPolicies.DEFAULT,
                Where.NEW);
        return (InitialView.Seen)
                InitialView.of(request, () -> Settings.DEFAULT, new SampleDatabase(folder, Texts.of(Locale.UK)));
    }
}
