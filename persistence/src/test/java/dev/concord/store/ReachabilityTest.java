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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a database can be reached is known, and every loss is reported, whoever meets with it. */
@LockingContract
class ReachabilityTest {
    private static final long PATIENCE_MILLIS = 300;

    private final AtomicInteger losses = new AtomicInteger();

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aLossIsReportedToWhoeverListensAndTheDatabaseIsReachableAgainAfterwards(Engine engine) throws SQLException {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = wire.shop().store();
            waitUpTo(PATIENCE_MILLIS, wire);
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
            // The pool itself pauses between its attempts, at last for ten seconds.
            waitUpTo(30_000, wire);
            assertThat(store.reachable()).isTrue();
            losses.set(0);
            assertThat(store.find(base.key()).map(Snapshot::row)).contains(base.row());
            assertThat(store.save(draft)).isInstanceOf(Outcome.Saved.class);
            assertThat(losses).hasValue(0);

            stop.run();
            wire.down();
            waitUpTo(PATIENCE_MILLIS, wire);
            assertThat(store.reachable()).isFalse();
            assertThat(losses).hasValue(0);
        }
    }

    private static void waitUpTo(long millis, Wire wire) throws SQLException {
        wire.shop().database().dataSource().unwrap(HikariDataSource.class).setConnectionTimeout(millis);
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
