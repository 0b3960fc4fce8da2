package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Writes that conflict with others, from the stale outcome through the merge to the next write. */
@LockingContract
class WriteCasesTest {

    /** At REPEATABLE READ MariaDB would read the old row again after its update missed, and the merge would be empty. */
    @Test
    void theirsIsTheNewRowAlthoughTheServersDefaultIsRepeatableRead() throws Exception {
        try (Shop shop = Shop.withItems(Engine.MARIADB, OnEveryGuard.COUNTER)) {
            String isolation =
                    "select concat(@@global.transaction_isolation, ', here ', @@session.transaction_isolation)";
            assertThat(TestDatabase.answer(shop.database(), isolation))
                    .isEqualTo("REPEATABLE-READ, here READ-COMMITTED");
            Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
            RecordStore store = shop.store();
            shop.lengthenLockTimeouts();
            try (OpenTransaction theirs =
                    new OpenTransaction(shop, "update \"item\" set \"stock\" = 9, \"version\" = 2")) {
                Waiting<SaveOutcome> waiting = Waiting.begun(shop.database(), () -> store.save(mine));
                theirs.commit();
                Outcome.Stale stale = (Outcome.Stale) waiting.outcome();
                assertThat(stale.theirs().row().get("stock")).isEqualTo(Value.of(9));
                assertThat(stale.theirs().row()).isEqualTo(shop.item().row());
            }
        }
    }

    @OnEveryGuard
    void aMergeOfDifferentColumnsKeepsBothPeoplesWork(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        shop.saved(Draft.of(shop.item()).with("stock", Value.of(9)));
        RecordMerge merge = merge(shop, mine);
        assertThat(merge.clean()).isTrue();
        Snapshot saved = shop.saved(merge.merged());
        assertThat(saved.row().get("name")).isEqualTo(Value.of("mine"));
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(9));
    }

    @OnEveryGuard
    void aMergeOfOneColumnChangedAlikeNeedsNoDecisionAndSavesTheRest(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("theirs")).with("stock", Value.of(7));
        shop.saved(Draft.of(shop.item()).with("name", Value.of("theirs")));
        RecordMerge merge = merge(shop, mine);
        assertThat(merge.having(Change.EQUAL)).extracting(FieldMerge::name).containsExactly("name");
        assertThat(merge.merged().changes()).isEqualTo(Row.of("stock", Value.of(7)));
        Snapshot saved = shop.saved(merge.merged());
        assertThat(saved.row().get("name")).isEqualTo(Value.of("theirs"));
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
        assertThat(saved.row()).isEqualTo(shop.item().row());
    }

    @OnEveryGuard
    void aMergeOfOneColumnChangedDifferentlyIsSavedAsItWasDecided(Shop shop) {
        Map<Choice, String> decided = Map.of(
                new Choice.Mine(), "mine", new Choice.Theirs(), "theirs", new Choice.Typed(Value.of("both")), "both");
        decided.forEach((choice, name) -> {
            Snapshot base = shop.saved(Draft.of(shop.item()).with("name", Value.of("before " + name)));
            Draft mine = Draft.of(base).with("name", Value.of("mine")).with("stock", Value.of(7));
            shop.saved(Draft.of(base).with("name", Value.of("theirs")));
            Resolution open = Resolution.of(merge(shop, mine));
            assertThat(open.undecided()).extracting(FieldMerge::name).containsExactly("name");
            Snapshot saved = shop.saved(open.choose("name", choice).toDraft());
            assertThat(saved.row().get("name")).isEqualTo(Value.of(name));
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
            assertThat(saved.row()).isEqualTo(shop.item().row());
        });
    }

    /** There is no row to merge with; what was edited is kept, and can be a row again. */
    @OnEveryGuard
    void whatWasEditedOfADeletedRowCanBeInsertedAgainUnlessSomebodyElseWasFirst(Shop shop) {
        Snapshot base = shop.item();
        Draft mine = Draft.of(base).with("name", Value.of("mine"));
        assertThat(shop.store().delete(base)).isInstanceOf(Outcome.Deleted.class);
        assertThat(shop.store().save(mine)).isEqualTo(new Outcome.Gone(base.key()));
        assertThat(shop.store().absenceOf(base)).isEqualTo(RowAbsence.DELETED);
        Draft again = new Draft(mine.table(), Optional.empty(), mine.row().only(List.of("id", "name", "stock")));
        Snapshot inserted = shop.inserted(again);
        assertThat(inserted.row().get("name")).isEqualTo(Value.of("mine"));
        assertThat(inserted.row().get("stock")).isEqualTo(Value.of(10));
        assertThat(inserted.row()).isEqualTo(shop.item().row());
        assertThat(shop.store().insert(again)).isInstanceOf(Outcome.Rejected.class);
        shop.saved(Draft.of(inserted).with("stock", Value.of(1)));
    }

    /** A view is read-only, so no row can leave it by a write of ours; the table behind it is where rows are edited. */
    @OnEveryEngine
    void aRowThatWouldLeaveItsViewCannotBeWrittenThroughIt(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            shop.sql("create view \"stocked\" as select * from \"item\" where \"stock\" > 0");
            Draft draft = Draft.of(new Snapshot(
                            shop.key("stocked", shop.item().key().columns()),
                            shop.item().row(),
                            shop.item().token(),
                            shop.item().readAt()))
                    .with("stock", Value.of(0));
            assertThat(shop.store().save(draft))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Outcome.Refused.Reason.READ_ONLY));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(10));
        }
    }

    private static RecordMerge merge(Shop shop, Draft mine) {
        Outcome.Stale stale = (Outcome.Stale) shop.store().save(mine);
        return RecordMerge.of(
                shop.table("item"),
                mine,
                stale.theirs(),
                Set.of("version", "updated_at", "row_version"),
                MergeRules.DEFAULT);
    }
}
