package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A token that is absent, right or wrong, in each mode. */
@LockingContract
class LockingModeTest {

    @OnEveryEngine
    void ignoredTablesShowNoTokenAndCheckNone(Engine engine) {
        try (Shop shop = items(engine, LockingMode.IGNORED, OnEveryGuard.DIGEST)) {
            Snapshot base = shop.item();
            assertThat(base.token()).isEmpty();
            shop.saved(Draft.of(base).with("stock", Value.of(9)));
            Snapshot saved = shop.saved(Draft.of(base).with("name", Value.of("mine")));
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(9));
            assertThat(shop.store().delete(base)).isInstanceOf(Outcome.Deleted.class);
        }
    }

    @OnEveryEngine
    void ignoredTablesStillMoveTheVersionForOtherPrograms(Engine engine) {
        try (Shop shop = items(engine, LockingMode.IGNORED, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            shop.saved(Draft.of(base).with("stock", Value.of(9)));
            Snapshot saved = shop.saved(Draft.of(base).with("stock", Value.of(8)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(3));
        }
    }

    @OnEveryEngine
    void optionalTablesCheckATokenThatIsSent(Engine engine) {
        try (Shop shop = items(engine, LockingMode.OPTIONAL, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            shop.saved(Draft.of(base).with("stock", Value.of(9)));
            assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(8))))
                    .isInstanceOf(Outcome.Stale.class);
            assertThat(shop.store().delete(base)).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void optionalTablesAcceptWritesWithoutAToken(Engine engine) {
        try (Shop shop = items(engine, LockingMode.OPTIONAL, OnEveryGuard.COUNTER)) {
            Snapshot base = withoutToken(shop.item());
            shop.saved(Draft.of(base).with("stock", Value.of(9)));
            shop.saved(Draft.of(base).with("stock", Value.of(8)));
            assertThat(shop.item().row().get("version")).isEqualTo(Value.of(3));
            assertThat(shop.store().delete(base)).isInstanceOf(Outcome.Deleted.class);
        }
    }

    @OnEveryEngine
    void requiredTablesRefuseWritesWithoutAToken(Engine engine) {
        try (Shop shop = items(engine, LockingMode.REQUIRED, OnEveryGuard.DIGEST)) {
            Snapshot base = withoutToken(shop.item());
            Outcome.Refused refused = new Outcome.Refused(Reason.TOKEN_REQUIRED, "");
            assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(9))))
                    .isEqualTo(refused);
            assertThat(shop.store().delete(base)).isEqualTo(refused);
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @OnEveryEngine
    void aTokenOfAnotherKindNeverPasses(Engine engine) {
        try (Shop shop = items(engine, LockingMode.REQUIRED, OnEveryGuard.COUNTER)) {
            Snapshot now = shop.item();
            Bytes zeros = Bytes.of(new byte[32]);
            Stream.of(
                            new VersionToken.OfDigest(zeros),
                            new VersionToken.OfColumn(Value.of(0)),
                            new VersionToken.OfColumn(Value.ofNull()),
                            new VersionToken.OfBoth(
                                    new VersionToken.OfColumn(Value.of(1)), new VersionToken.OfDigest(zeros)))
                    .map(token -> new Snapshot(now.key(), now.row(), Optional.of(token), now.readAt()))
                    .forEach(base -> assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(77))))
                            .isInstanceOf(Outcome.Stale.class));
        }
    }

    @OnEveryEngine
    void ignoredColumnsDoNotConflict(Engine engine) {
        TablePolicy policy = new TablePolicy(LockingMode.REQUIRED, OnEveryGuard.DIGEST, Set.of("updated_at"));
        try (Shop shop = Shop.withItems(engine).policy("item", policy)) {
            Draft mine = Draft.of(shop.item()).with("stock", Value.of(1));
            shop.sql("update \"item\" set \"updated_at\" = '2026-02-02 02:02:02'");
            assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Saved.class);
        }
    }

    private static Shop items(Engine engine, LockingMode mode, Guard guard) {
        return Shop.withItems(engine).policy("item", new TablePolicy(mode, guard, Set.of()));
    }

    private static Snapshot withoutToken(Snapshot snapshot) {
        return new Snapshot(snapshot.key(), snapshot.row(), Optional.empty(), snapshot.readAt());
    }
}
