package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;

/** What every guard promises on every engine. */
@LockingContract
class GuardContractTest {

    @OnEveryGuard
    void savingAFreshDraftReturnsTheRowAsTheDatabaseHoldsIt(Shop shop) {
        Snapshot base = shop.item();
        Snapshot saved = shop.saved(Draft.of(base).with("name", Value.of("green tea")));
        assertThat(saved.row().get("name")).isEqualTo(Value.of("green tea"));
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(10));
        assertThat(saved.token()).isNotEqualTo(base.token());
        assertSameRow(saved, shop.item());
    }

    @OnEveryGuard
    void savingAStaleDraftReturnsTheirsAndWritesNothing(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        Snapshot theirs = shop.saved(Draft.of(shop.item()).with("stock", Value.of(9)));
        SaveOutcome outcome = shop.store().save(mine);
        assertThat(outcome).isInstanceOf(Outcome.Stale.class);
        assertSameRow(((Outcome.Stale) outcome).theirs(), theirs);
        assertSameRow(shop.item(), theirs);
    }

    @OnEveryGuard
    void savingTheSameColumnToTheSameValueAsAColleagueIsStillStale(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("same"));
        shop.saved(Draft.of(shop.item()).with("name", Value.of("same")));
        assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
    }

    @OnEveryGuard
    void aRebasedDraftSaves(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        shop.saved(Draft.of(shop.item()).with("stock", Value.of(9)));
        Outcome.Stale stale = (Outcome.Stale) shop.store().save(mine);
        Snapshot merged = shop.saved(mine.rebase(stale.theirs()));
        assertThat(merged.row().get("name")).isEqualTo(Value.of("mine"));
        assertThat(merged.row().get("stock")).isEqualTo(Value.of(9));
    }

    @OnEveryGuard
    void savingTwiceInARowIsNoConflictWithOneself(Shop shop) {
        Snapshot once = shop.saved(Draft.of(shop.item()).with("stock", Value.of(1)));
        Snapshot twice = shop.saved(Draft.of(once).with("stock", Value.of(2)));
        assertThat(twice.row().get("stock")).isEqualTo(Value.of(2));
        assertThat(twice.token()).isNotEqualTo(once.token());
    }

    @OnEveryGuard
    void repeatingASaveIsStale(Shop shop) {
        Draft draft = Draft.of(shop.item()).with("stock", Value.of(1));
        shop.saved(draft);
        assertThat(shop.store().save(draft)).isInstanceOf(Outcome.Stale.class);
    }

    @OnEveryGuard
    void savingADraftWithoutChangesWritesNothing(Shop shop) {
        Snapshot base = shop.item();
        assertThat(shop.store().save(Draft.of(base))).isEqualTo(new Outcome.Saved(base));
        assertSameRow(shop.item(), base);
    }

    @OnEveryGuard
    void savingARowThatWasDeletedIsGone(Shop shop) {
        Draft draft = Draft.of(shop.item()).with("stock", Value.of(1));
        shop.sql("delete from \"item\"");
        assertThat(shop.store().save(draft))
                .isEqualTo(new Outcome.Gone(draft.base().orElseThrow().key()));
    }

    @OnEveryGuard
    void deletingAFreshRowDeletesIt(Shop shop) {
        Snapshot base = shop.item();
        assertThat(shop.store().delete(base)).isEqualTo(new Outcome.Deleted(base.key()));
        assertThat(shop.store().find(base.key())).isEmpty();
    }

    @OnEveryGuard
    void deletingAStaleRowReturnsTheirsAndDeletesNothing(Shop shop) {
        Snapshot base = shop.item();
        Snapshot theirs = shop.saved(Draft.of(base).with("stock", Value.of(9)));
        DeleteOutcome outcome = shop.store().delete(base);
        assertThat(outcome).isInstanceOf(Outcome.Stale.class);
        assertSameRow(((Outcome.Stale) outcome).theirs(), theirs);
        assertSameRow(shop.item(), theirs);
    }

    @OnEveryGuard
    void deletingTwiceIsGone(Shop shop) {
        Snapshot base = shop.item();
        shop.store().delete(base);
        assertThat(shop.store().delete(base)).isEqualTo(new Outcome.Gone(base.key()));
    }

    @OnEveryGuard
    void theTokenOfAnInsertServesTheNextSaveAndDelete(Shop shop) {
        Snapshot inserted = shop.inserted(shop.newItem(2));
        assertSameRow(inserted, shop.store().find(inserted.key()).orElseThrow());
        Snapshot saved = shop.saved(Draft.of(inserted).with("stock", Value.of(5)));
        assertThat(shop.store().delete(saved)).isInstanceOf(Outcome.Deleted.class);
    }

    @OnEveryGuard
    void insertingAKeyThatIsTakenIsRejectedAtTheKey(Shop shop) {
        InsertOutcome outcome = shop.store().insert(shop.newItem(1));
        Violation violation = ((Outcome.Rejected) outcome).violations().getFirst();
        assertThat(violation.kind()).isEqualTo(Violation.Kind.UNIQUE);
        assertThat(violation.columns()).containsExactly("id");
    }

    @OnEveryGuard
    void aRowDeletedAndInsertedAgainWithOtherValuesIsNotOverwritten(Shop shop) {
        Draft draft = Draft.of(shop.saved(Draft.of(shop.item()).with("name", Value.of("old"))))
                .with("stock", Value.of(1));
        shop.sql("delete from \"item\"");
        Snapshot other = shop.inserted(shop.newItem(1));
        assertThat(shop.store().save(draft)).isInstanceOf(Outcome.Stale.class);
        assertSameRow(shop.item(), other);
    }

    @OnEveryGuard
    void theKeyItselfCanBeChanged(Shop shop) {
        Snapshot moved = shop.saved(Draft.of(shop.item()).with("id", Value.of(7)));
        assertThat(moved.key().columns().get("id")).isEqualTo(Value.of(7));
        assertSameRow(moved, shop.store().find(moved.key()).orElseThrow());
        assertThat(shop.store().delete(moved)).isInstanceOf(Outcome.Deleted.class);
    }

    @OnEveryGuard
    void changingTheKeyToOneThatIsTakenIsRejectedAtTheKey(Shop shop) {
        shop.inserted(shop.newItem(2));
        Snapshot base = shop.item();
        SaveOutcome outcome = shop.store().save(Draft.of(base).with("id", Value.of(2)));
        Violation violation = ((Outcome.Rejected) outcome).violations().getFirst();
        assertThat(violation.kind()).isEqualTo(Violation.Kind.UNIQUE);
        assertThat(violation.columns()).containsExactly("id");
        assertSameRow(shop.item(), base);
    }

    @OnEveryGuard
    void aVersionThatWasNeverSetIsAVersionToo(Shop shop) {
        shop.sql("update \"item\" set \"version\" = null, \"updated_at\" = null, \"row_version\" = null");
        Snapshot base = shop.item();
        Draft stale = Draft.of(base).with("name", Value.of("stale"));
        Snapshot saved = shop.saved(Draft.of(base).with("stock", Value.of(1)));
        assertThat(saved.token()).isNotEqualTo(base.token());
        assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
    }

    @OnEveryGuard
    void nullAndTheEmptyTextAreDifferentChanges(Shop shop) {
        Snapshot empty = shop.saved(Draft.of(shop.item()).with("name", Value.of("")));
        assertThat(empty.row().get("name")).isEqualTo(Value.of(""));
        Draft stale = Draft.of(empty).with("stock", Value.of(1));
        Snapshot none = shop.saved(Draft.of(empty).with("name", Value.ofNull()));
        assertThat(none.row().get("name")).isEqualTo(Value.ofNull());
        assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
    }

    private static void assertSameRow(Snapshot actual, Snapshot expected) {
        assertThat(actual.key()).isEqualTo(expected.key());
        assertThat(actual.row()).isEqualTo(expected.row());
        assertThat(actual.token()).isEqualTo(expected.token());
    }
}
