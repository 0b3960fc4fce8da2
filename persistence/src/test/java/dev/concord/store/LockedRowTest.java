package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Work on a row that is held for it. */
@LockingContract
class LockedRowTest {
    private static final LockWait LONG = LockWait.upTo(Duration.ofSeconds(30));

    @OnEveryGuard
    void whatTheWorkWritesIsThereWhenItIsDone(Shop shop) {
        Snapshot before = shop.item();
        LockOutcome<Snapshot> outcome = shop.store().locked(before.key(), before.token(), LockWait.noWait(), row -> {
            row.update(Row.of("stock", Value.of(3)));
            row.update(Row.of("name", Value.of("green tea")));
            return row.snapshot();
        });
        Snapshot now = done(outcome);
        assertThat(now.row().get("stock")).isEqualTo(Value.of(3));
        assertThat(now.row().get("name")).isEqualTo(Value.of("green tea"));
        assertThat(now.row()).isEqualTo(shop.item().row());
        assertThat(now.token()).isEqualTo(shop.item().token()).isNotEqualTo(before.token());
    }

    @OnEveryGuard
    void aRowThatChangedSinceTheCallerReadItIsStaleAndTheWorkIsNotBegun(Shop shop) {
        Snapshot old = shop.item();
        Snapshot theirs = shop.saved(Draft.of(old).with("stock", Value.of(9)));
        LockOutcome<String> outcome = shop.store().locked(old.key(), old.token(), LONG, _ -> {
            throw new AssertionError("begun");
        });
        assertThat(outcome).isInstanceOfSatisfying(LockOutcome.Undone.class, undone -> assertThat(
                        ((Outcome.Stale) undone.why()).theirs().row())
                .isEqualTo(theirs.row()));
    }

    @OnEveryGuard
    void twoHandlesInOneTransactionDoNotOverwriteEachOther(Shop shop) {
        Snapshot before = shop.item();
        SaveOutcome second = done(shop.store().locked(before.key(), before.token(), LONG, row -> {
            Draft one = Draft.of(row.snapshot()).with("stock", Value.of(1));
            Draft other = Draft.of(row.snapshot()).with("stock", Value.of(2));
            assertThat(row.save(one)).isInstanceOf(Outcome.Saved.class);
            SaveOutcome stale = row.save(other);
            assertThat(row.save(Draft.of(row.snapshot()).with("name", Value.of("fresh"))))
                    .isInstanceOf(Outcome.Saved.class);
            return stale;
        }));
        assertThat(second).isInstanceOf(Outcome.Stale.class);
        assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(1));
        assertThat(shop.item().row().get("name")).isEqualTo(Value.of("fresh"));
    }

    @OnEveryEngine
    void theHotPathLocksAndTheColdPathNotices(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft description = Draft.of(shop.item()).with("name", Value.of("better words"));
            done(shop.store().locked(shop.item().key(), shop.item().token(), LONG, row -> {
                row.update(Row.of("stock", Value.of(9)));
                return true;
            }));
            Outcome.Stale stale = (Outcome.Stale) shop.store().save(description);
            Snapshot merged = shop.saved(description.rebase(stale.theirs()));
            assertThat(merged.row().get("stock")).isEqualTo(Value.of(9));
        }
    }

    @OnEveryEngine
    void thirtyTwoPeopleWhoLockInTurnAllCount(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.policy("item", TablePolicy.DEFAULT.withMode(LockingMode.OPTIONAL))
                    .store();
            RecordKey key = shop.item().key();
            List<LockOutcome<SaveOutcome>> all =
                    Crowd.of(32, _ -> (Callable<LockOutcome<SaveOutcome>>) () -> store.locked(
                            key, Optional.empty(), LONG, row -> row.update(Row.of("stock", oneMore(row.snapshot())))));
            assertThat(all).hasOnlyElementsOfType(LockOutcome.Done.class);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(42));
        }
    }

    @OnEveryGuard
    void theRowCanBeDeletedAndIsGoneFromThenOn(Shop shop) {
        Snapshot before = shop.item();
        SaveOutcome after = done(shop.store().locked(before.key(), before.token(), LONG, row -> {
            assertThat(row.delete()).isEqualTo(new Outcome.Deleted(before.key()));
            return row.update(Row.of("stock", Value.of(1)));
        }));
        assertThat(after).isEqualTo(new Outcome.Gone(before.key()));
        assertThat(shop.store().find(before.key())).isEmpty();
    }

    @OnEveryEngine
    void aFailureTheWorkSwallowsIsReportedAndNothingIsKept(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"shelf\" (\"id\" integer not null primary key, \"name\" varchar(20), \"stock\" integer,"
                        + " constraint \"enough\" check (\"stock\" >= 0))",
                "insert into \"shelf\" values (1, 'tea', 10)")) {
            Snapshot before = shop.first("shelf");
            LockOutcome<String> outcome = shop.store().locked(before.key(), before.token(), LONG, row -> {
                assertThat(row.update(Row.of("name", Value.of("kept?")))).isInstanceOf(Outcome.Saved.class);
                SaveOutcome rejected = row.update(Row.of("stock", Value.of(-1)));
                assertThat(rejected).isInstanceOf(Outcome.Rejected.class);
                assertThat(row.update(Row.of("stock", Value.of(1)))).isEqualTo(rejected);
                return "as if nothing had happened";
            });
            assertThat(outcome).isInstanceOfSatisfying(LockOutcome.Undone.class, undone -> assertThat(undone.why())
                    .isInstanceOf(Outcome.Rejected.class));
            assertThat(shop.first("shelf").row()).isEqualTo(before.row());
        }
    }

    @OnEveryEngine
    void whatTheWorkThrowsIsPassedOnAndNothingIsKept(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Snapshot before = shop.item();
            AtomicReference<LockedRow> kept = new AtomicReference<>();
            assertThatThrownBy(() -> shop.store().locked(before.key(), before.token(), LONG, row -> {
                        kept.set(row);
                        row.update(Row.of("stock", Value.of(0)));
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThat(shop.item().row()).isEqualTo(before.row());
            assertThatThrownBy(() -> kept.get().delete()).hasMessageContaining("no longer locked");
            shop.saved(Draft.of(before).with("stock", Value.of(1)));
        }
    }

    @OnEveryEngine
    void aRowThatIsNotThereIsGoneHoweverOneWaits(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordKey key = shop.key("item", Row.of("id", Value.of(99)));
            for (LockWait wait : List.of(LockWait.noWait(), LONG, LockWait.skipLocked())) {
                assertThat(shop.store().locked(key, shop.item().token(), wait, LockedRow::snapshot))
                        .isEqualTo(new LockOutcome.Undone<>(new Outcome.Gone(key)));
            }
        }
    }

    private static Value oneMore(Snapshot snapshot) {
        return Value.of(((Value.Exact) snapshot.row().get("stock")).number().add(BigDecimal.ONE));
    }

    private static <T> T done(LockOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(LockOutcome.Done.class);
        return ((LockOutcome.Done<T>) outcome).result();
    }
}
