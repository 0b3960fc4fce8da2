package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row that is kept from everybody else while a person decides. */
@LockingContract
class HoldTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseWritesARowThatIsHeldAndTheDecisionIsWritten(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            Draft theirs = Draft.of(base).with("stock", Value.of(99));
            CompletableFuture<Draft> decision = new CompletableFuture<>();
            HoldOutcome outcome = hold(shop, decision, held -> {
                assertThat(held.row()).isEqualTo(base.row());
                assertThat(shop.store().find(base.key())).isPresent();
                assertThat(withoutWaiting(shop).save(theirs)).isEqualTo(new Outcome.LockTimeout(base.key()));
                decision.complete(Draft.of(held).with("stock", Value.of(7)));
            });
            assertThat(outcome).isInstanceOfSatisfying(HoldOutcome.Ended.class, ended -> assertThat(
                            ((Outcome.Saved) ended.outcome()).snapshot().row())
                    .isEqualTo(shop.item().row()));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(7));
            assertThat(shop.store().save(theirs)).isInstanceOf(Outcome.Stale.class);
            assertNothingIsHeld(shop);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void aRowIsLetGoWhenTimeIsUpOrTheDecisionIsCancelledOrFails(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            CompletableFuture<Draft> never = new CompletableFuture<>();
            assertThat(shop.store().hold(base.key(), new Reservation(Duration.ofMillis(1), held -> {}, never)))
                    .isEqualTo(new HoldOutcome.Expired(base.key()));
            assertThat(never.complete(Draft.of(base)))
                    .as("an answer that comes too late")
                    .isFalse();
            CompletableFuture<Draft> cancelled = new CompletableFuture<>();
            assertThat(hold(shop, cancelled, held -> cancelled.cancel(false)))
                    .isEqualTo(new HoldOutcome.Released(base.key()));
            CompletableFuture<Draft> failed = new CompletableFuture<>();
            assertThatThrownBy(() -> hold(
                            shop, failed, held -> failed.completeExceptionally(new ArithmeticException("by the test"))))
                    .hasRootCauseInstanceOf(ArithmeticException.class);
            assertNothingIsHeld(shop);
            shop.saved(Draft.of(base).with("stock", Value.of(1)));
        }
    }

    @Test
    void whoeverIsToldToStopLetsGoAndIsStillToldToStop() {
        try (Shop shop = Shop.withItems(Engine.H2, OnEveryGuard.COUNTER)) {
            HoldOutcome outcome = hold(shop, new CompletableFuture<>(), held -> Thread.currentThread()
                    .interrupt());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isEqualTo(new HoldOutcome.Released(shop.item().key()));
            assertNothingIsHeld(shop);
        }
    }

    @Test
    void whatWasDecidedOnAnOlderRowIsStale() {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, OnEveryGuard.DIGEST)) {
            Draft old = Draft.of(shop.item()).with("stock", Value.of(7));
            shop.sql("update item set stock = 99");
            HoldOutcome outcome = hold(shop, CompletableFuture.completedFuture(old), held -> {});
            assertThat(outcome).isInstanceOfSatisfying(HoldOutcome.Ended.class, ended -> assertThat(ended.outcome())
                    .isInstanceOf(Outcome.Stale.class));
        }
    }

    @Test
    void aConnectionThatDiesMeanwhileHoldsNothingAndIsNotKept() {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, OnEveryGuard.COUNTER)) {
            CompletableFuture<Draft> decision = new CompletableFuture<>();
            HoldOutcome outcome = hold(shop, decision, held -> {
                shop.sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = current_database() and state = 'idle in transaction'");
                decision.complete(Draft.of(held).with("stock", Value.of(7)));
            });
            assertThat(outcome).isInstanceOfSatisfying(HoldOutcome.Ended.class, ended -> assertThat(ended.outcome())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.CONNECTION_LOST)));
            assertNothingIsHeld(shop);
            shop.saved(Draft.of(shop.item()).with("stock", Value.of(1)));
        }
    }

    @OnEveryEngine
    void aRowThatIsNotThereOrCannotBeHeldIsNotWaitedFor(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.store();
            RecordKey nobody = shop.key("item", Row.of("id", Value.of(9)));
            SaveOutcome expected =
                    store.holdsRows() ? new Outcome.Gone(nobody) : new Outcome.Refused(Reason.NO_ROW_LOCK, "");
            assertThat(store.hold(nobody, new Reservation(held -> {}, new CompletableFuture<>())))
                    .isEqualTo(new HoldOutcome.Ended(expected));
            assertThat(store.holdsRows()).isEqualTo(engine != Engine.SQLITE);
        }
    }

    private static HoldOutcome hold(Shop shop, CompletableFuture<Draft> decision, Consumer<Snapshot> held) {
        return shop.store().hold(shop.item().key(), new Reservation(held, decision));
    }

    private static RecordStore withoutWaiting(Shop shop) {
        try {
            shop.shortenLockTimeouts();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return shop.store();
    }

    private static void assertNothingIsHeld(Shop shop) {
        HikariDataSource pool = (HikariDataSource) shop.database().dataSource();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
}
