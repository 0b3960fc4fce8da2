package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Adding to a number, whatever it is by then. */
@LockingContract
class GuardedIncrementTest {
    private static final int PEOPLE = 32;

    @OnEveryGuard
    void theVersionMovesWithTheNumberSoThatADraftFromBeforeIsStale(Shop shop) {
        Snapshot before = shop.item();
        SaveOutcome outcome = shop.store().increment(before.key(), "stock", new BigDecimal("5"));
        Snapshot now = ((Outcome.Saved) outcome).snapshot();
        assertThat(now.row()).isEqualTo(shop.item().row());
        assertThat(now.row().get("stock")).isEqualTo(Value.of(15));
        assertThat(now.token()).isNotEqualTo(before.token());
        assertThat(shop.store()
                        .save(Draft.of(before)
                                .with("name", Value.of("full save"))
                                .with("stock", Value.of(10))))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(15));
        shop.saved(Draft.of(now).with("stock", Value.of(3)));
    }

    @OnEveryEngine
    void thirtyTwoPeopleWhoAddOneAtOnceAllCount(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.store();
            RecordKey key = shop.item().key();
            List<SaveOutcome> all =
                    Crowd.of(PEOPLE, _ -> (Callable<SaveOutcome>) () -> store.increment(key, "stock", BigDecimal.ONE));
            assertThat(all).hasOnlyElementsOfType(Outcome.Saved.class);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(10 + PEOPLE));
            assertThat(shop.item().row().get("version")).isEqualTo(Value.of(1 + PEOPLE));
        }
    }

    @OnEveryEngine
    void thirtyTwoPeopleWhoTakeStockNeverTakeMoreThanThereIs(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            assertTenAreServed(shop, "item", Increment.of("stock", -1).notBelow(0));
        }
    }

    @OnEveryEngine
    void aCheckOfTheTableHoldsAgainstThirtyTwoPeopleToo(Engine engine) throws Exception {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"shelf\" (\"id\" integer not null primary key, \"stock\" integer,"
                                + " \"version\" integer, constraint \"enough\" check (\"stock\" >= 0))",
                        "insert into \"shelf\" values (1, 10, 1)")
                .guardedBy("shelf", OnEveryGuard.COUNTER)) {
            assertTenAreServed(shop, "shelf", Increment.of("stock", -1));
        }
    }

    private static void assertTenAreServed(Shop shop, String table, Increment takeOne) throws Exception {
        RecordStore store = shop.store();
        RecordKey key = shop.first(table).key();
        List<SaveOutcome> all = Crowd.of(PEOPLE, _ -> (Callable<SaveOutcome>) () -> store.increment(key, takeOne));
        assertThat(all).filteredOn(Outcome.Saved.class::isInstance).hasSize(10);
        assertThat(all)
                .filteredOn(outcome -> !(outcome instanceof Outcome.Saved))
                .allSatisfy(outcome -> {
                    Violation violation =
                            ((Outcome.Rejected) outcome).violations().getFirst();
                    assertThat(violation.kind()).isEqualTo(Violation.Kind.CHECK);
                    assertThat(violation.columns()).containsExactly("stock");
                });
        assertThat(shop.first(table).row().get("stock")).isEqualTo(Value.of(0));
        assertThat(shop.first(table).row().get("version")).isEqualTo(Value.of(11));
    }

    @OnEveryEngine
    void whereThereIsNoNumberThereIsNothingToAddTo(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            shop.sql("update \"item\" set \"stock\" = null");
            assertRejected(shop, Increment.of("stock", 1), Violation.Kind.NOT_NULL);
        }
    }

    @OnEveryEngine
    void aPartOfOneIsNotRoundedIntoAColumnOfWholeNumbers(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            assertRejected(shop, Increment.of("stock", new BigDecimal("0.5")), Violation.Kind.TYPE);
        }
    }

    @OnEveryEngine
    void aTextIsNoNumber(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            assertRejected(shop, Increment.of("name", 1), Violation.Kind.TYPE);
        }
    }

    @OnEveryEngine
    void decimalsAndFloatingPointNumbersAreAddedInTheDatabase(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"exact\" decimal(10, 2), \"real\" "
                        + (engine == Engine.MARIADB ? "double" : "double precision") + ")",
                "insert into \"t\" values (1, 1.25, 0.5)")) {
            RecordKey key = shop.first("t").key();
            shop.store().increment(key, "exact", new BigDecimal("0.25"));
            shop.store().increment(key, "real", new BigDecimal("0.25"));
            Row row = shop.first("t").row();
            assertThat(new BigDecimal(row.get("exact").text())).isEqualByComparingTo("1.5");
            assertThat(row.get("real")).isEqualTo(new Value.Float64(0.75));
        }
    }

    @OnEveryEngine
    void aRowThatIsNotThereIsGone(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordKey key = shop.key("item", Row.of("id", Value.of(99)));
            assertThat(shop.store().increment(key, "stock", BigDecimal.ONE)).isEqualTo(new Outcome.Gone(key));
        }
    }

    @OnEveryEngine
    void keysAndVersionsAreNotCountedWith(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.store();
            RecordKey key = shop.item().key();
            assertThatThrownBy(() -> store.increment(key, "id", BigDecimal.ONE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.increment(key, "version", BigDecimal.ONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void assertRejected(Shop shop, Increment increment, Violation.Kind kind) {
        Snapshot before = shop.item();
        assertThat(shop.store().increment(before.key(), increment))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Rejected.class))
                .extracting(rejected -> rejected.violations().getFirst())
                .satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(kind);
                    assertThat(violation.columns()).containsExactly(increment.column());
                });
        assertThat(shop.item().row()).isEqualTo(before.row());
    }
}
