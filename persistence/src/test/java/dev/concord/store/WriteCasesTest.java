package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Writes that meet somebody else's, from the stale answer through the merge to the next write. */
@LockingContract
class WriteCasesTest {

    /** At REPEATABLE READ MariaDB would read the old row again after its update missed, and the merge would be empty. */
    @Test
    void theirsIsTheNewRowAlthoughTheServersDefaultIsRepeatableRead() throws Exception {
        try (Shop shop = Shop.withItems(Engine.MARIADB, OnEveryGuard.COUNTER)) {
            assertThat(TestDatabase.answer(shop.database(), "select @@global.transaction_isolation")).isEqualTo("REPEATABLE-READ");
            Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
            RecordStore store = shop.store();
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
    void aMergeOfOneColumnChangedAlikeNeedsNoDecisionAndChangedDifferentlyNeedsOne(Shop shop) {
        Draft alike = Draft.of(shop.item()).with("name", Value.of("theirs"));
        Draft different = Draft.of(shop.item()).with("name", Value.of("mine"));
        shop.saved(Draft.of(shop.item()).with("name", Value.of("theirs")));
        assertThat(merge(shop, alike).clean()).isTrue();
        assertThat(merge(shop, different).decisions()).hasSize(1);
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
