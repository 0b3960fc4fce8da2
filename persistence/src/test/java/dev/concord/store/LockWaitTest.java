package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows locked by others: not waiting, waiting for a time, skipping; and the session's own lock time-out afterwards. */
@LockingContract
class LockWaitTest {
    private static final int POOL = 8;
    private static final String CHANGE = "update \"item\" set \"stock\" = 99, \"version\" = \"version\" + 1";

    /** The session itself waits for a minute, so that a call that must not wait, but does, is noticed. */
    @OnEveryEngine
    void aHeldRowIsBusyOrSkippedAtOnceAndBusyAfterAWhile(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                OpenTransaction other = new OpenTransaction(shop, CHANGE)) {
            shop.lengthenLockTimeouts();
            Snapshot row = shop.item();
            RecordStore store = shop.store();
            long begun = System.nanoTime();
            assertThat(store.locked(row.key(), row.token(), LockWait.noWait(), LockedRow::snapshot))
                    .isEqualTo(new LockOutcome.Busy<>(row.key()));
            assertThat(store.locked(row.key(), row.token(), LockWait.skipLocked(), LockedRow::snapshot))
                    .isEqualTo(new LockOutcome.Skipped<>(row.key()));
            assertThat(store.locked(row.key(), row.token(), LockWait.upTo(Duration.ofMillis(50)), LockedRow::snapshot))
                    .isEqualTo(new LockOutcome.Busy<>(row.key()));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(50), Duration.ofSeconds(30));
            other.rollBack();
            assertThat(store.locked(row.key(), row.token(), LockWait.noWait(), LockedRow::snapshot))
                    .isInstanceOf(LockOutcome.Done.class);
        }
    }

    @OnEveryEngine
    void whoeverWaitsSeesWhatTheOtherLeft(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                OpenTransaction other = new OpenTransaction(shop, CHANGE)) {
            Waiting<LockOutcome<Snapshot>> waiting = waiting(shop, LockedRow::snapshot);
            other.commit();
            assertThat(waiting.outcome()).isInstanceOfSatisfying(LockOutcome.Undone.class, undone -> assertThat(
                            ((Outcome.Stale) undone.why()).theirs().row().get("stock"))
                    .isEqualTo(Value.of(99)));
        }
    }

    @OnEveryEngine
    void whoeverWaitsForWhatIsThenUndoneHasTheRow(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                OpenTransaction other = new OpenTransaction(shop, CHANGE)) {
            Waiting<LockOutcome<SaveOutcome>> waiting = waiting(shop, row -> row.update(Row.of("stock", Value.of(3))));
            other.rollBack();
            assertThat(WriteKind.worked(waiting.outcome())).isInstanceOf(Outcome.Saved.class);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(3));
        }
    }

    /**
     * PostgreSQL finds no row to lock then, although there is one. The counter does not distinguish it from the old
     * one.
     */
    @OnEveryEngine
    void aRowDeletedAndInsertedAgainWhileItWasWaitedForIsNotGone(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                OpenTransaction other = new OpenTransaction(
                        shop,
                        "delete from \"item\"",
                        "insert into \"item\" (\"id\", \"stock\", \"version\") values (1, 50, 1)")) {
            Waiting<LockOutcome<SaveOutcome>> waiting =
                    waiting(shop, row -> row.update(Row.of("name", Value.of("mate"))));
            other.commit();
            assertThat(WriteKind.worked(waiting.outcome())).isInstanceOf(Outcome.Saved.class);
            assertThat(shop.item().row().get("name")).isEqualTo(Value.of("mate"));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(50));
        }
    }

    @OnEveryEngine
    void theSessionsOwnPatienceIsAsItWasOnEveryConnectionOfThePool(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            List<String> before = patience(shop);
            Snapshot row = shop.item();
            RecordStore store = shop.store();
            List<LockWait> waits =
                    List.of(LockWait.noWait(), LockWait.skipLocked(), LockWait.upTo(Duration.ofMillis(20)));
            for (LockWait wait : waits) {
                store.locked(row.key(), row.token(), wait, LockedRow::snapshot);
            }
            try (OpenTransaction other = new OpenTransaction(shop, CHANGE)) {
                for (LockWait wait : waits) {
                    for (int i = 0; i < 3; i++) {
                        assertThat(store.locked(row.key(), row.token(), wait, LockedRow::snapshot))
                                .isNotInstanceOf(LockOutcome.Done.class);
                    }
                }
                other.rollBack();
            }
            assertThat(patience(shop)).hasSize(POOL).isEqualTo(before);
            assertThat(before.getFirst()).contains("5");
            shop.saved(Draft.of(row).with("stock", Value.of(1)));
        }
    }

    /**
     * MariaDB undoes only the statement that waited too long, and would commit the rest. H2 reads the row referred to
     * without waiting for its lock, and SQLite has one writer only, so there nothing can time out in the middle.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aLockTimeoutInTheMiddleUndoesWhatWasWrittenBefore(Engine engine) throws SQLException {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"team\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                        "create table \"person\" (\"id\" integer not null primary key, \"name\" varchar(20),"
                                + " \"team_id\" integer,"
                                + " constraint \"of\" foreign key (\"team_id\") references \"team\" (\"id\"))",
                        "insert into \"team\" values (1, 'Blue')",
                        "insert into \"person\" values (1, 'Ana', null)");
                OpenTransaction other = new OpenTransaction(shop, "delete from \"team\"")) {
            shop.shortenLockTimeouts();
            Snapshot before = shop.first("person");
            LockOutcome<SaveOutcome> outcome = shop.store()
                    .locked(before.key(), before.token(), LockWait.noWait(), row -> {
                        assertThat(row.update(Row.of("name", Value.of("Bo")))).isInstanceOf(Outcome.Saved.class);
                        return row.update(Row.of("team_id", Value.of(1)));
                    });
            other.rollBack();
            assertThat(outcome).isEqualTo(new LockOutcome.Undone<>(new Outcome.LockTimeout(before.key())));
            assertThat(shop.first("person").row()).isEqualTo(before.row());
        }
    }

    /** Somebody who waits to work on row 1. */
    private static <T> Waiting<LockOutcome<T>> waiting(Shop shop, Function<LockedRow, T> work) throws Exception {
        Snapshot row = shop.item();
        RecordStore store = shop.store();
        return Waiting.begun(
                shop.database(),
                () -> store.locked(row.key(), row.token(), LockWait.upTo(Duration.ofMinutes(1)), work));
    }

    /** How long each connection of the pool waits for locks. */
    private static List<String> patience(Shop shop) throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<String> patience = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                Connection connection = shop.database().dataSource().getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(asking(shop.dialect()))) {
                    result.next();
                    patience.add(result.getString(1));
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return patience;
    }

    private static String asking(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "call lock_timeout()";
            case POSTGRESQL -> "show lock_timeout";
            case MARIADB, MYSQL -> "select @@innodb_lock_wait_timeout";
            case SQLITE -> "pragma busy_timeout";
        };
    }
}
