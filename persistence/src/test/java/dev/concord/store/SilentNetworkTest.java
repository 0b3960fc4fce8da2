package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.dialect.SqlFault;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transactions;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network that dies without a word, and statements that take too long. The limit is two seconds instead of 35. */
@LockingContract
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SilentNetworkTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aReadThatGetsNoAnswerIsAFaultOfTheStore(Engine engine) {
        try (Wire wire = Wire.silent(engine, OnEveryGuard.COUNTER, LIMIT)) {
            Snapshot base = wire.shop().item();
            Transactions transactions = new Transactions(wire.shop().database());
            wire.cutAtText("4711");
            assertThatThrownBy(() -> transactions.read(transaction -> transaction.text("select 4711")))
                    .isInstanceOfSatisfying(StoreFault.class, fault -> assertThat(
                                    transactions.reported(fault, SqlFault.Kind.CONNECTION_LOST))
                            .isTrue());
            assertThat(wire.shop().item().row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aSaveWhoseCommitGetsNoAnswerIsSettledOverANewConnection(Engine engine) {
        try (Wire wire = Wire.silent(engine, OnEveryGuard.COUNTER, LIMIT)) {
            Snapshot base = wire.shop().item();
            Draft draft = Draft.of(base).with("stock", Value.of(7));
            assertThat(wire.cut(When.BEFORE, () -> {}).save(draft))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST));
            assertThat(wire.cut(When.AFTER, () -> {}).save(draft)).isInstanceOf(Outcome.Saved.class);
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(7));
        }
    }

    /** The server is there, so its own error comes before the network's limit. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aStatementThatTakesTooLongIsEndedByTheServer(Engine engine) {
        try (Wire wire = Wire.silent(engine, OnEveryGuard.COUNTER, LIMIT)) {
            Transactions transactions = new Transactions(wire.shop().database());
            String slow =
                    switch (engine) {
                        case H2 -> "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b";
                        case POSTGRESQL -> "select 1 from pg_sleep(600)";
                        case MARIADB, SQLITE ->
                            "with recursive c(x) as (select 1 union all select x + 1 from c where x < 900)"
                                    + " select count(*) from c a, c b, c d, c e where a.x + b.x + d.x + e.x > 0";
                    };
            assertThatThrownBy(() -> transactions.read(transaction -> transaction.text(slow)))
                    .isInstanceOfSatisfying(
                            StoreFault.class, fault -> assertThat(transactions.reported(fault, SqlFault.Kind.OTHER))
                                    .isTrue());
            wire.cutAtText("4711");
            assertThatThrownBy(() -> transactions.read(transaction -> transaction.text("select 4711")))
                    .isInstanceOf(StoreFault.class);
        }
    }

    /** Waiting for a lock is no silence of the network. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void whoeverIsAskedToWaitLongerThanTheLimitsWaits(Engine engine) throws Exception {
        try (Wire wire = Wire.silent(engine, OnEveryGuard.COUNTER, LIMIT);
                OpenTransaction other = new OpenTransaction(wire.aside(), "update \"item\" set \"stock\" = 99")) {
            Snapshot row = wire.shop().item();
            LockWait wait = LockWait.upTo(LIMIT.multipliedBy(2));
            assertThat(wire.shop().store().locked(row.key(), row.token(), wait, LockedRow::snapshot))
                    .isEqualTo(new LockOutcome.Busy<>(row.key()));
            other.rollBack();
            wire.cutAtText("4711");
            Transactions transactions = new Transactions(wire.shop().database());
            assertThatThrownBy(() -> transactions.read(transaction -> transaction.text("select 4711")))
                    .as("afterwards the limit is as it was")
                    .isInstanceOf(StoreFault.class);
        }
    }
}
