package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.WeakSetting.Name;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** The servers of the tests do not wait for the disk, which is what these tests find out about them. */
class WeakSettingTest {

    @Test
    void aServerThatDoesNotWaitForTheDiskIsFoundOut() {
        assertThat(weak(Engine.POSTGRESQL.freshDatabase()))
                .containsExactly(
                        new WeakSetting(Name.FSYNC, "off"),
                        new WeakSetting(Name.FULL_PAGE_WRITES, "off"),
                        new WeakSetting(Name.SYNCHRONOUS_COMMIT, "off"));
        assertThat(weak(Engine.MARIADB.freshDatabase()))
                .containsExactly(new WeakSetting(Name.INNODB_FLUSH_LOG_AT_TRX_COMMIT, "0"));
    }

    @Test
    void whatHoldsForTheSessionCounts() {
        DatabaseSettings settings = Engine.POSTGRESQL.freshDatabase();
        try (Database database = TestDatabase.open(settings)) {
            String name = TestDatabase.answer(database, "select current_database()");
            TestDatabase.execute(database, "alter database " + name + " set synchronous_commit = on");
        }
        assertThat(weak(settings)).extracting(WeakSetting::name).doesNotContain(Name.SYNCHRONOUS_COMMIT);
    }

    @Test
    void aFileHasNoneUnlessItsAddressAsksForIt() {
        DatabaseSettings h2 = TestDatabase.freshH2File();
        assertThat(weak(h2)).isEmpty();
        assertThat(weak(new DatabaseSettings(h2.address(), h2.user(), h2.password(), true)))
                .isEmpty();
        String slow = "jdbc:h2:file:" + h2.address().replace(".mv.db", "") + ";WRITE_DELAY=300";
        assertThat(weak(new DatabaseSettings(slow, h2.user(), h2.password(), false)))
                .containsExactly(new WeakSetting(Name.WRITE_DELAY, "300"));
        assertThat(weak(Engine.SQLITE.freshDatabase())).isEmpty();
    }

    @Test
    void anH2ServerWritesLaterUnlessItsAddressSaysOtherwise() throws SQLException {
        DatabaseSettings file = TestDatabase.freshH2File();
        Server server = Server.createTcpServer("-tcpPort", "0").start();
        try {
            String address = "jdbc:h2:tcp://localhost:" + server.getPort() + "/"
                    + file.address().replace(".mv.db", "");
            assertThat(weak(new DatabaseSettings(address, "sa", Secret.NONE, false)))
                    .containsExactly(new WeakSetting(Name.WRITE_DELAY, "500"));
            assertThat(weak(new DatabaseSettings(address + ";WRITE_DELAY=0", "sa", Secret.NONE, false)))
                    .isEmpty();
        } finally {
            server.stop();
        }
    }

    private static List<WeakSetting> weak(DatabaseSettings settings) {
        try (Database database = TestDatabase.open(settings)) {
            return WeakSetting.of(database);
        }
    }
}
