package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;

/** How version columns move in the database. */
@LockingContract
class VersionColumnTest {

    @OnEveryEngine
    void anInsertStartsTheCounterAtOneAndEverySaveAddsOne(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Snapshot inserted = shop.inserted(shop.newItem(2));
            assertThat(inserted.row().get("version")).isEqualTo(Value.of(1));
            Snapshot saved = shop.saved(Draft.of(inserted).with("stock", Value.of(3)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(2));
            assertThat(saved.token()).contains(new VersionToken.OfColumn(Value.of(2)));
        }
    }

    @OnEveryEngine
    void aWriterMaySetTheVersionHimself(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft stale = Draft.of(shop.item()).with("stock", Value.of(0));
            Snapshot saved = shop.saved(Draft.of(shop.item()).with("version", Value.of(4)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(4));
            assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void theLargestCounterIsRefusedInsteadOfWrappingRound(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            long largest = engine == Engine.SQLITE ? Long.MAX_VALUE : Integer.MAX_VALUE;
            shop.sql("update \"item\" set \"version\" = " + largest);
            Snapshot base = shop.item();
            assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(3))))
                    .isEqualTo(new Outcome.Refused(Reason.VERSION_EXHAUSTED, Long.toString(largest)));
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @OnEveryEngine
    void aTimeVersionMovesOnEvenIfTheClockStepsBack(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.TIME)) {
            shop.sql("update \"item\" set \"updated_at\" = '2999-12-31 23:59:59.999999'");
            Snapshot base = shop.item();
            Snapshot once = shop.saved(Draft.of(base).with("stock", Value.of(1)));
            Snapshot twice = shop.saved(Draft.of(once).with("stock", Value.of(2)));
            assertThat(once.row().get("updated_at").text()).startsWith("3000-01-01");
            assertThat(twice.row().get("updated_at").text())
                    .isGreaterThan(once.row().get("updated_at").text());
            assertThat(shop.store().save(Draft.of(once).with("stock", Value.of(3))))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void aTimeVersionOfWholeSecondsIsHelpedByTheDigest(Engine engine) {
        Guard.ByColumn seconds = new Guard.ByColumn("changed", VersionKind.TIMESTAMP);
        String type = engine == Engine.MARIADB ? "datetime" : "timestamp(0)";
        try (Shop shop = new Shop(
                        engine,
                        "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"changed\" " + type
                                + ")",
                        "insert into \"t\" values (1, 1, '2026-01-01 10:00:00')")
                .guardedBy("t", seconds)) {
            Draft mine = Draft.of(shop.first("t")).with("n", Value.of(5));
            shop.sql("update \"t\" set \"n\" = 2");
            assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.first("t").token().orElseThrow()).isInstanceOf(VersionToken.OfBoth.class);
        }
    }

    @OnEveryEngine
    void aUuidVersionMayBeTextOrBytes(Engine engine) {
        String bytes = engine == Engine.POSTGRESQL ? "bytea" : engine == Engine.SQLITE ? "blob" : "binary(16)";
        for (String type : new String[] {"char(36)", bytes}) {
            try (Shop shop = new Shop(
                            engine,
                            "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"v\" " + type
                                    + ")")
                    .guardedBy("t", new Guard.ByColumn("v", VersionKind.UUID))) {
                Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t")).with("id", Value.of(1)));
                Draft stale = Draft.of(inserted).with("n", Value.of(1));
                Snapshot saved = shop.saved(Draft.of(inserted).with("n", Value.of(2)));
                assertThat(saved.row().get("v")).isNotEqualTo(inserted.row().get("v"));
                assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
                shop.saved(Draft.of(saved).with("n", Value.of(3)));
            }
        }
    }

    @OnEveryEngine
    void aPolicyForAColumnThatIsNotThereFallsBackToTheDigest(Engine engine) {
        try (Shop shop = Shop.withItems(engine, new Guard.ByColumn("no such column", VersionKind.INTEGER))) {
            Draft mine = Draft.of(shop.item()).with("stock", Value.of(1));
            shop.sql("update \"item\" set \"name\" = 'theirs'");
            assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void aRowDeletedAndInsertedAgainIsRecognisedByItsUuid(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.UUID)) {
            Snapshot first = shop.inserted(shop.newItem(2));
            shop.store().delete(first);
            shop.inserted(shop.newItem(2));
            assertThat(shop.store().save(Draft.of(first).with("stock", Value.of(1))))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }
}
