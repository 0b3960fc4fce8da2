package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a database can be reached is known, and every loss is reported, whoever meets with it. */
@LockingContract
class ReachabilityTest {
    private static final long LEAST_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger losses = new AtomicInteger();

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aLossIsReportedToWhoeverListensAndTheDatabaseIsReachableAgainAfterwards(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
            hurry(wire);
            RecordStore store = wire.shop().store();
            Snapshot base = wire.shop().item();
            Draft draft = Draft.of(base).with("stock", Value.of(7));
            Runnable stop = store.whenConnectionLost(losses::incrementAndGet);
            assertThat(store.reachable()).isTrue();
            assertThat(losses).hasValue(0);

            wire.down();
            assertThat(store.reading(from -> from.find(base.key())))
                    .isInstanceOfSatisfying(ReadOutcome.Unreadable.class, why -> assertThat(why.why())
                            .isEqualTo(ReadOutcome.Reason.CONNECTION_LOST));
            assertThat(losses).hasPositiveValue();
            assertThat(store.reachable()).isFalse();
            losses.set(0);
            assertThat(store.save(draft))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST));
            assertThat(losses).hasPositiveValue();

            wire.up();
            assertThat(reachableAgain(store)).isTrue();
            losses.set(0);
            assertThat(store.find(base.key()).map(Snapshot::row)).contains(base.row());
            assertThat(store.save(draft)).isInstanceOf(Outcome.Saved.class);
            assertThat(losses).hasValue(0);

            stop.run();
            wire.down();
            assertThat(store.reachable()).isFalse();
            assertThat(losses).hasValue(0);
        }
    }

    /** The pool heeds this only when it is very new; otherwise the test takes longer. */
    private static void hurry(Wire wire) {
        try {
            wire.shop().database().dataSource().unwrap(HikariDataSource.class).setConnectionTimeout(LEAST_MILLIS);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks as the window does: the pool itself pauses between its attempts to connect, at last for ten seconds. */
    private static boolean reachableAgain(RecordStore store) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean reachable = store.reachable();
        while (!reachable && System.nanoTime() < deadline) {
            reachable = store.reachable();
        }
        return reachable;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatTheDatabaseItselfRefusesIsNoLoss(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            Runnable stop = shop.store().whenConnectionLost(losses::incrementAndGet);
            assertThat(shop.store().insert(shop.newItem(1))).isInstanceOf(Outcome.Rejected.class);
            assertThat(losses).hasValue(0);
            assertThat(shop.store().reachable()).isTrue();
            stop.run();
        }
    }
}
