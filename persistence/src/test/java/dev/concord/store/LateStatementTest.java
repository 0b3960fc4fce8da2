package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A statement that is its own transaction and waits for a lock when its client goes: PostgreSQL carries it out later, and
 * reading the row with a lock does not wait for that. The other databases are sent a COMMIT of its own, after the lock.
 */
@LockingContract
class LateStatementTest {

    @Test
    void aStatementThatStillWaitsIsNotCalledUnwrittenButWaitedFor() throws Exception {
        try (Wire wire = new Wire(Engine.POSTGRESQL, OnEveryGuard.COUNTER);
                Connection other = wire.aside().database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Draft draft = Draft.of(wire.shop().item()).with("stock", Value.of(7));
            other.setAutoCommit(false);
            statement.execute("lock table item in share mode");
            RecordStore store = wire.cut(When.DURING, () -> {});
            CompletableFuture<SaveOutcome> saving = CompletableFuture.supplyAsync(() -> store.save(draft));
            while (!saving.isDone() && asksAgain(wire).equals("0")) {
                Thread.onSpinWait();
            }
            assertThat(saving).isNotDone();
            other.rollback();
            other.setAutoCommit(true);
            assertThat(saving.get(1, TimeUnit.MINUTES)).isInstanceOfSatisfying(Outcome.Saved.class, saved -> assertThat(
                            saved.snapshot().row().get("stock"))
                    .isEqualTo(Value.of(7)));
        }
    }

    @Test
    void whoWaitsForeverLeavesItUnknown() throws Exception {
        try (Wire wire = new Wire(Engine.POSTGRESQL, OnEveryGuard.COUNTER);
                Connection other = wire.aside().database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Draft draft = Draft.of(wire.shop().item()).with("stock", Value.of(7));
            wire.shop().onEveryConnection("set lock_timeout = 0");
            other.setAutoCommit(false);
            statement.execute("lock table item in share mode");
            SaveOutcome outcome = wire.cut(When.DURING, () -> {}).save(draft);
            other.rollback();
            other.setAutoCommit(true);
            assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
        }
    }

    /** There the statement is not a transaction by itself, and no process needs to be watched. */
    @Test
    void behindAPoolerASaveHasACommitOfItsOwnAndIsSettledByTheRow() {
        try (Wire wire = new Wire(Engine.POSTGRESQL, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(wire.shop().item()).with("stock", Value.of(7));
            wire.hideProcesses();
            assertThat(wire.cutAtCommit(When.BEFORE, () -> {}).save(draft))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST));
            assertThat(wire.cutAtCommit(When.AFTER, () -> {}).save(draft)).isInstanceOf(Outcome.Saved.class);
        }
    }

    /** How many poll whether the statement is over, and pause in between. */
    private static String asksAgain(Wire wire) {
        return TestDatabase.answer(
                wire.aside().database(),
                "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()");
    }
}
