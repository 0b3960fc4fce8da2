package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.Optional;
import java.util.Set;

/** A store of the same tables in another mode. */
class StoreInModeTest {

    @OnEveryEngine
    void aStoreThatIgnoresTokensHasOneThatChecksThem(Engine engine) {
        try (Shop shop = Shop.withItems(engine)
                .policy("item", new TablePolicy(LockingMode.IGNORED, OnEveryGuard.COUNTER, Set.of()))) {
            RecordStore ignoring = shop.store();
            RecordStore checking = ignoring.inMode(LockingMode.OPTIONAL);
            Snapshot old = checking.find(shop.item().key()).orElseThrow();
            assertThat(ignoring.find(old.key()).orElseThrow().token()).isEmpty();
            assertThat(checking.save(Draft.of(old).with("stock", Value.of(4)))).isInstanceOf(Outcome.Saved.class);
            assertThat(checking.save(Draft.of(old).with("stock", Value.of(3)))).isInstanceOf(Outcome.Stale.class);
            assertThat(checking.updateIf(old.key(), Optional.empty(), Row.of("stock", Value.of(2))))
                    .isInstanceOf(Outcome.Saved.class);
        }
    }

    @OnEveryEngine
    void itGuardsTablesAsSomebodyDecidesLater(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            RecordStore store = new RecordStore(shop.database(), new Catalog(shop.database()), Policies.DEFAULT);
            RecordStore other = store.inMode(LockingMode.OPTIONAL);
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(5));
            assertThat(version(other.save(draft))).isEqualTo(Value.of(1));
            store.guardBy(Policies.DEFAULT.withGuard(shop.id("item"), OnEveryGuard.COUNTER));
            Snapshot now = other.find(shop.item().key()).orElseThrow();
            assertThat(version(other.save(Draft.of(now).with("stock", Value.of(4)))))
                    .isEqualTo(Value.of(2));
        }
    }

    private static Value version(SaveOutcome outcome) {
        return ((Outcome.Saved) outcome).snapshot().row().get("version");
    }
}
