package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the database that are not about the values, so they must not be reported as a violated rule. */
@LockingContract
class NotCarriedOutTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aSaveTheServerStopsBreaksNoRule(Engine engine) throws Exception {
        assumeThat(engine.dialect()).as("MySQL stops nothing but queries").isNotEqualTo(Dialect.MYSQL);
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                Connection other = shop.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(7));
            other.setAutoCommit(false);
            statement.execute(shop.quoted("select * from \"item\" for update"));
            String limit = engine == Engine.POSTGRESQL ? "set statement_timeout = " : "set max_statement_time = ";
            shop.onEveryConnection(limit + (engine == Engine.POSTGRESQL ? "100" : "0.1"));
            assertThat(shop.store().save(draft)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.NOT_CARRIED_OUT);
                assertThat(refused.detail()).isNotEmpty();
            });
            other.rollback();
            shop.onEveryConnection(limit + 0);
            shop.saved(draft);
        }
    }

    @Test
    void aFullDatabaseBreaksNoRule() throws Exception {
        try (Shop shop = Shop.withItems(Engine.SQLITE, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("name", Value.of("x".repeat(100_000)));
            shop.onEveryConnection("pragma max_page_count = 1");
            assertThat(shop.store().save(draft))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.NOT_CARRIED_OUT));
            shop.onEveryConnection("pragma max_page_count = 1000");
            shop.saved(draft);
        }
    }

    /** All work of a transaction is undone when the database is full in the middle of it. */
    @Test
    void aDatabaseThatIsFullInTheMiddleOfATransactionKeepsNothingOfIt() throws Exception {
        try (Shop shop = Shop.withItems(Engine.SQLITE, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            shop.onEveryConnection("pragma max_page_count = 1");
            LockOutcome<SaveOutcome> outcome = shop.store().locked(base.key(), base.token(), LockWait.noWait(), row -> {
                row.update(Row.of("stock", Value.of(7)));
                return row.update(Row.of("name", Value.of("x".repeat(100_000))));
            });
            assertNotCarriedOut(((LockOutcome.Undone<SaveOutcome>) outcome).why());
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    /** A full-text index of SQLite is written at COMMIT, and needs pages then that the statements did not need. */
    @ParameterizedTest(name = "journal mode {0}")
    @ValueSource(strings = {"delete", "wal"})
    void aDatabaseThatIsFullAtCommitHasLostNoConnection(String mode) throws Exception {
        try (Shop shop = Shop.withItems(Engine.SQLITE, OnEveryGuard.COUNTER)) {
            shop.sql(
                    "pragma journal_mode = " + mode,
                    "create virtual table words using fts5(w, content='', columnsize=0)");
            String indexed =
                    "insert into words(rowid, w) values (abs(random()), (select group_concat(hex(randomblob(8)), ' ') "
                            + "from (with recursive c(n) as (select 1 union all select n + 1 from c where n < 5000) select n from c)))";
            for (String write : List.of("insert", "update", "delete")) {
                shop.sql(
                        "create trigger fill_" + write + " after " + write + " on \"item\" begin " + indexed + "; end");
            }
            Snapshot base = shop.item();
            Draft draft = Draft.of(base).with("stock", Value.of(7));
            shop.onEveryConnection("pragma max_page_count = 1");
            assertNoWriteIsCarriedOut(shop, draft);
            shop.onEveryConnection("pragma max_page_count = 100000");
            shop.saved(draft);
        }
    }

    private static void assertNoWriteIsCarriedOut(Shop shop, Draft draft) {
        Snapshot base = draft.base().orElseThrow();
        assertNotCarriedOut(shop.store().save(draft));
        assertNotCarriedOut(shop.store().delete(base));
        assertNotCarriedOut(shop.store().insert(shop.newItem(2)));
        for (BatchPolicy policy : BatchPolicy.values()) {
            assertNotCarriedOut(((NotSaved) shop.store()
                            .saveAll(List.of(draft), policy)
                            .entries()
                            .getFirst())
                    .why());
        }
        assertThat(shop.item().row()).isEqualTo(base.row());
    }

    /** What is deferred to COMMIT can use up what the server allows. */
    @Test
    void aLimitOfPostgresReachedAtCommitIsNotCarriedOut() {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            shop.sql(
                    "create function fill() returns trigger language plpgsql set work_mem = '64kB' "
                            + "set temp_file_limit = '64kB' as $$begin perform count(*) from (select g from "
                            + "generate_series(1, 100000) g order by md5(g::text)) sorted; return null; end$$",
                    "create constraint trigger fill after insert or update or delete on item "
                            + "deferrable initially deferred for each row execute function fill()");
            assertNoWriteIsCarriedOut(shop, Draft.of(base).with("stock", Value.of(7)));
        }
    }

    /** The error of a table that is full, and of a disk that is. */
    @ParameterizedTest
    @ValueSource(ints = {1114, 1021})
    void aFullTableOrDiskOfMariaDbIsNotCarriedOut(int error) {
        try (Shop shop = Shop.withItems(Engine.MARIADB, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(7));
            shop.sql("create trigger fill before update on \"item\" for each row signal sqlstate 'HY000' "
                    + "set mysql_errno = " + error + ", message_text = 'full'");
            assertNotCarriedOut(shop.store().save(draft));
        }
    }

    private static void assertNotCarriedOut(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.NOT_CARRIED_OUT));
    }

    @Test
    void whoeverIsToldToStopWhileHeWaitsForAConnectionHadNone() throws Exception {
        try (Shop shop = Shop.withItems(Engine.H2, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(7));
            RecordStore store = shop.store();
            CompletableFuture<SaveOutcome> told = new CompletableFuture<>();
            Thread saving = new Thread(() -> told.complete(store.save(draft)));
            List<Connection> all = new ArrayList<>();
            try {
                for (int i = 0; i < 8; i++) {
                    all.add(shop.database().dataSource().getConnection());
                }
                saving.start();
                while (saving.isAlive() && saving.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                saving.interrupt();
                assertThat(told.get(1, TimeUnit.MINUTES))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(Reason.CONNECTION_LOST));
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
            shop.saved(draft);
        }
    }
}
