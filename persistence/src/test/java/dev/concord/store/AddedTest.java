package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Drafts that add to a quantity instead of setting it. */
@LockingContract
class AddedTest {

    @OnEveryGuard
    void underAGuardAddingIsCheckedAsSettingIs(Shop shop) {
        Snapshot base = shop.item();
        Draft draft = Draft.of(base).adding("stock", Value.of(7)).with("name", Value.of("green tea"));
        Snapshot saved = shop.saved(draft);
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
        assertThat(saved.row()).isEqualTo(shop.item().row());
        assertThat(saved.token()).isNotEqualTo(base.token());
        assertThat(shop.store().save(draft)).isInstanceOf(Outcome.Stale.class);
        assertThat(shop.item().row()).isEqualTo(saved.row());
        shop.saved(Draft.of(saved).adding("stock", Value.of(8)));
    }

    @OnEveryEngine
    void whereNothingIsCheckedTwoWhoAddBothCount(Engine engine) {
        try (Shop shop = unchecked(engine)) {
            Draft three = Draft.of(shop.item()).adding("stock", Value.of(7));
            Draft two = Draft.of(shop.item()).adding("stock", Value.of(8));
            shop.saved(three);
            assertThat(shop.saved(two).row().get("stock")).isEqualTo(Value.of(5));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(5));
            assertThat(shop.item().row().get("version")).isEqualTo(Value.of(3));
        }
    }

    /** The two statements differ in nothing but that. */
    @OnEveryEngine
    void addingIsNotTakenForSettingNorTheOtherWayRound(Engine engine) {
        try (Shop shop = unchecked(engine)) {
            RecordStore store = shop.store();
            Snapshot base = shop.item();
            store.save(Draft.of(base).with("stock", Value.of(20)));
            store.save(Draft.of(base).adding("stock", Value.of(11)));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(21));
            store.save(Draft.of(base).with("stock", Value.of(20)));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(20));
        }
    }

    @OnEveryEngine
    void whereThereIsNoNumberNothingOfTheDraftIsWritten(Engine engine) {
        try (Shop shop = unchecked(engine)) {
            Draft draft = Draft.of(shop.item()).adding("stock", Value.of(7)).with("name", Value.of("green tea"));
            shop.sql("update \"item\" set \"stock\" = null");
            assertRejected(shop.store().save(draft), Violation.Kind.NOT_NULL);
            assertThat(shop.item().row().get("name")).isEqualTo(Value.of("tea"));
            Draft fromNothing = Draft.of(shop.item()).adding("stock", Value.of(7));
            assertRejected(shop.store().save(fromNothing), Violation.Kind.NOT_NULL);
            assertRejected(
                    shop.store().save(draft.adding("stock", Value.of(new BigDecimal("7.5")))), Violation.Kind.TYPE);
        }
    }

    /** SQLite would take the text for zero. */
    @Test
    void aTextIsNoNumberToAddTo() {
        try (Shop shop = unchecked(Engine.SQLITE)) {
            Draft draft = Draft.of(shop.item()).adding("stock", Value.of(7));
            shop.sql("update item set stock = 'many'");
            assertRejected(shop.store().save(draft), Violation.Kind.TYPE);
        }
    }

    @OnEveryEngine
    void aCheckHoldsForTheSumThatIsThereByThen(Engine engine) {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"shelf\" (\"id\" integer not null primary key, \"stock\" integer,"
                                + " \"weight\" double precision, constraint \"enough\" check (\"stock\" >= 0))",
                        "insert into \"shelf\" values (1, 10, 1.5)")
                .policy("shelf", new TablePolicy(LockingMode.IGNORED, OnEveryGuard.DIGEST, Set.of()))) {
            Draft draft = Draft.of(shop.first("shelf"))
                    .adding("stock", Value.of(7))
                    .adding("weight", new Value.Float64(1.25));
            shop.sql("update \"shelf\" set \"stock\" = 2");
            assertRejected(shop.store().save(draft), Violation.Kind.CHECK);
            assertThat(shop.store().dryRun(draft)).isInstanceOf(DryRunOutcome.Fails.class);
            shop.sql("update \"shelf\" set \"stock\" = 3");
            Snapshot saved = shop.saved(draft);
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(0));
            assertThat(saved.row().get("weight")).isEqualTo(new Value.Float64(1.25));
        }
    }

    @OnEveryEngine
    void inABatchAndOnALockedRowItIsAddedToo(Engine engine) {
        try (Shop shop = unchecked(engine)) {
            shop.sql("insert into \"item\" (\"id\", \"name\", \"stock\", \"version\") values (2, 'mate', 10, 1)");
            RecordStore store = shop.store();
            Draft tea = Draft.of(shop.item()).adding("stock", Value.of(9));
            Draft mate = Draft.of(store.find(second(shop)).orElseThrow()).with("name", Value.of("maté"));
            for (BatchPolicy policy : BatchPolicy.values()) {
                assertThat(store.saveAll(List.of(tea, mate), policy).complete()).isTrue();
            }
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(8));
            LockOutcome<SaveOutcome> locked =
                    store.locked(tea.base().orElseThrow().key(), Optional.empty(), LockWait.noWait(), row -> {
                        row.save(tea);
                        return row.save(tea);
                    });
            assertThat(locked).isInstanceOf(LockOutcome.Done.class);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(6));
            assertThat(store.find(second(shop)).orElseThrow().row().get("name")).isEqualTo(Value.of("maté"));
        }
    }

    @OnEveryEngine
    void keysAndVersionsAreNotCountedWith(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            for (String column : List.of("id", "version")) {
                Draft draft = Draft.of(shop.item()).adding(column, Value.of(5));
                assertThatThrownBy(() -> shop.store().save(draft)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static RecordKey second(Shop shop) {
        return shop.key("item", Row.of("id", Value.of(2)));
    }

    /** Items whose versions change and are not checked. */
    private static Shop unchecked(Engine engine) {
        return Shop.withItems(engine)
                .policy("item", new TablePolicy(LockingMode.IGNORED, OnEveryGuard.COUNTER, Set.of()));
    }

    private static void assertRejected(SaveOutcome outcome, Violation.Kind kind) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.violations().getFirst().kind()).isEqualTo(kind);
            assertThat(rejected.violations().getFirst().columns()).containsExactly("stock");
        });
    }
}
