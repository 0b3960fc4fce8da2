package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.Optional;

/** Writing without a check, for one piece of work and never longer. */
@LockingContract
class UncheckedTest {

    @OnEveryGuard
    void aStaleDraftIsWrittenAndTheVersionStillMoves(Shop shop) {
        Snapshot old = shop.item();
        Snapshot theirs = shop.saved(Draft.of(old).with("name", Value.of("theirs")));
        Draft mine = Draft.of(old).with("stock", Value.of(1));
        SaveOutcome outcome = shop.store().unchecked(free -> free.save(mine));
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        assertThat(((Outcome.Saved) outcome).snapshot().token()).isEmpty();
        assertThat(shop.item().row().get("name")).isEqualTo(Value.of("theirs"));
        assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(1));
        assertThat(shop.store().save(Draft.of(theirs).with("stock", Value.of(2))))
                .isInstanceOf(Outcome.Stale.class);
    }

    @OnEveryEngine
    void theStoreItselfChecksBeforeDuringAndAfter(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.store();
            Snapshot old = shop.item();
            shop.saved(Draft.of(old).with("name", Value.of("theirs")));
            Draft stale = Draft.of(old).with("stock", Value.of(1));
            assertThat(store.save(stale)).isInstanceOf(Outcome.Stale.class);
            SaveOutcome during = store.unchecked(free -> {
                free.updateIf(old.key(), Optional.empty(), Row.of("stock", Value.of(5)));
                return store.save(stale);
            });
            assertThat(during).isInstanceOf(Outcome.Stale.class);
            assertThat(store.save(stale)).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(5));
        }
    }

    @OnEveryEngine
    void anExceptionInsideLeavesTheStoreChecking(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.DIGEST)) {
            RecordStore store = shop.store();
            Snapshot old = shop.item();
            shop.saved(Draft.of(old).with("name", Value.of("theirs")));
            assertThatThrownBy(() -> store.unchecked(free -> {
                        free.deleteIf(old.key(), Optional.empty());
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            Snapshot again = shop.inserted(shop.newItem(1));
            assertThat(store.delete(old)).isInstanceOf(Outcome.Stale.class);
            assertThat(store.find(again.key())).isPresent();
        }
    }
}
