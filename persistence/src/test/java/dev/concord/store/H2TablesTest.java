package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** What only H2 has: columns that * leaves out, and the same database in this process or behind a server. */
class H2TablesTest {
    private static final int ROWS = 40;

    @Test
    void aHiddenColumnIsReadAndWrittenAndIsNoNewColumn() {
        try (Shop shop = new Shop(
                        Engine.H2,
                        "create table \"t\" (\"id\" integer primary key, \"version\" integer, \"hidden\" integer invisible)",
                        "insert into \"t\" (\"id\", \"version\", \"hidden\") values (1, 1, 5)")
                .guardedBy("t", OnEveryGuard.COUNTER)) {
            Snapshot saved = shop.saved(Draft.of(shop.first("t")).with("hidden", Value.of(6)));
            assertThat(saved.row()).isEqualTo(shop.first("t").row());
            assertThat(saved.row().get("hidden")).isEqualTo(Value.of(6));
            shop.sql("alter table \"t\" add column \"new\" integer");
            assertThat(shop.store().save(Draft.of(saved).with("hidden", Value.of(7))))
                    .isInstanceOf(Outcome.TableChanged.class);
        }
    }

    @Test
    void aBatchIsSentTogetherToAServerOnly() throws SQLException {
        Server server = Server.createTcpServer(
                        "-tcpPort", "0", "-baseDir", TestDatabase.directory().toString(), "-ifNotExists")
                .start();
        try {
            DatabaseSettings behindServer = new DatabaseSettings(
                    "jdbc:h2:tcp://localhost:" + server.getPort() + "/./batch", "sa", Secret.NONE, false);
            assertThat(statementsThatReturnOneRow(behindServer)).isZero();
            assertThat(statementsThatReturnOneRow(Engine.H2.freshDatabase())).isEqualTo(ROWS);
        } finally {
            server.stop();
        }
    }

    /** How many a batch takes in which the last row is stale; what becomes of the rows is the same everywhere. */
    private static long statementsThatReturnOneRow(DatabaseSettings settings) throws SQLException {
        try (Shop shop = new Shop(
                        Engine.H2,
                        settings,
                        "create table \"t\" (\"id\" integer primary key, \"n\" integer, \"version\" integer)",
                        "insert into \"t\" select x, 0, 1 from system_range(1, " + ROWS + ")",
                        "set query_statistics true")
                .guardedBy("t", OnEveryGuard.COUNTER)) {
            List<Draft> drafts = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> shop.store()
                            .find(shop.key("t", Row.of("id", Value.of(id))))
                            .orElseThrow())
                    .map(row -> Draft.of(row).with("n", Value.of(5)))
                    .toList();
            shop.sql("update \"t\" set \"n\" = 9, \"version\" = 2 where \"id\" = " + ROWS);
            assertThat(shop.store().saveAll(drafts, BatchPolicy.ABORT_ALL).saved())
                    .isZero();
            long counted = counted(shop);
            BatchOutcome outcome = shop.store().saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
            assertThat(outcome.saved()).isEqualTo(ROWS - 1);
            assertThat(outcome.entries().getLast())
                    .isInstanceOfSatisfying(
                            NotSaved.class, last -> assertThat(last.why()).isInstanceOf(Outcome.Stale.class));
            return counted;
        }
    }

    private static long counted(Shop shop) throws SQLException {
        try (Connection connection = shop.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                                + " where sql_statement like '%final table%'")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
