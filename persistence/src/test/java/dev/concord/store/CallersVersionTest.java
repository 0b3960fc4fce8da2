package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.Successor;
import java.math.BigDecimal;

/** Versions that move as the program says that uses the store. */
@LockingContract
class CallersVersionTest {
    private static final Successor BY_TENS =
            old -> old instanceof Value.Exact(BigDecimal number) ? Value.of(number.add(BigDecimal.TEN)) : Value.of(100);

    @OnEveryEngine
    void theCallersFunctionMakesTheFirstVersionAndEveryNextOne(Engine engine) {
        try (Shop shop = Shop.withItems(engine, new Guard.ByFunction("version", BY_TENS))) {
            Snapshot inserted = shop.inserted(shop.newItem(2));
            assertThat(inserted.row().get("version")).isEqualTo(Value.of(100));
            Draft stale = Draft.of(inserted).with("name", Value.of("stale"));
            Snapshot saved = shop.saved(Draft.of(inserted).with("stock", Value.of(3)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(110));
            assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void aFunctionThatDoesNotMoveIsRefusedAndNothingIsWritten(Engine engine) {
        try (Shop shop = Shop.withItems(engine, new Guard.ByFunction("version", old -> old))) {
            Snapshot base = shop.item();
            assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(3))))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }
}
