package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;

/** What the documentation of {@link Guard} says its guards cannot see, shown to be so. */
@LockingContract
class GuardLimitsTest {

    @OnEveryEngine
    void aCounterDoesNotNoticeARowDeletedAndInsertedAgainThatHasCountedAsFar(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft mine = Draft.of(shop.item()).with("stock", Value.of(1));
            insertedAgain(shop);
            assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Saved.class);
        }
    }

    @OnEveryEngine
    void aUuidAndTheDigestDo(Engine engine) {
        for (Guard guard : new Guard[] {OnEveryGuard.UUID, OnEveryGuard.DIGEST}) {
            try (Shop shop = Shop.withItems(engine, guard)) {
                Draft mine = Draft.of(shop.item()).with("stock", Value.of(1));
                insertedAgain(shop);
                assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
            }
        }
    }

    private static void insertedAgain(Shop shop) {
        shop.sql(
                "delete from \"item\"",
                "insert into \"item\" values (1, 'another tea', 10, 1, '2026-01-01 10:00:00', "
                        + "'00000000-e89b-12d3-a456-426614174000')");
    }
}
