package dev.concord.app.conflict.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.Answers;
import dev.concord.app.conflict.Customer;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.task.Work;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.RecordNames;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeletionModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final DeletionCase EDITED = new DeletionCase.DeletedUnderEdit(Customer.TABLE, Customer.MINE);
    private static final DeletionCase HIDDEN = new DeletionCase.HiddenUnderEdit(Customer.TABLE, Customer.MINE);
    private static final DeletionCase CHANGED =
            new DeletionCase.ChangedUnderDelete(Customer.TABLE, Customer.OPENED, Customer.THEIRS);

    private final Answers answers = new Answers();

    @Test
    void onlyWhatIsKnownToBeDeletedIsCalledDeleted() {
        assertThat(DeletionCase.underEdit(Customer.TABLE, Customer.MINE, RowAbsence.DELETED))
                .isEqualTo(EDITED);
        assertThat(DeletionCase.underEdit(Customer.TABLE, Customer.MINE, RowAbsence.HIDDEN))
                .isEqualTo(HIDDEN);
        assertThat(DeletionCase.underEdit(Customer.TABLE, Customer.MINE, RowAbsence.UNKNOWN))
                .isEqualTo(HIDDEN);
    }

    @Test
    void leavingItDeletedKeepsTheDraft() {
        model(EDITED).leave();
        assertThat(answers.how).isEqualTo("left deleted");
        assertThat(answers.ended).contains(Customer.MINE);
        assertThat(answers.inserted).isEmpty();
    }

    @Test
    void insertingAgainWritesEveryValueButThoseTheDatabaseMakes() {
        model(EDITED).insertAgain();
        Draft row = answers.inserted.getFirst();
        assertThat(row.base()).isEmpty();
        assertThat(row.changes().has("id")).isFalse();
        assertThat(row.changes().has("version")).isFalse();
        assertThat(row.get("city")).isEqualTo(Value.of("Houston"));
        assertThat(row.get("street")).isEqualTo(Value.of("17 Commerce Street"));
        assertThat(answers.how).isEqualTo("inserted");
    }

    @Test
    void anInsertTheDatabaseRefusesIsSaidAndCanBeTriedAgain() {
        Violation taken = new Violation(Violation.Kind.UNIQUE, List.of("email"), "customer_email_key", "");
        answers.inserts.add(new Outcome.Rejected(List.of(taken)));
        DeletionModel model = model(EDITED);
        model.insertAgain();
        assertThat(model.notice().get()).contains("Email: Already used");
        assertThat(answers.ended).isEmpty();
        model.insertAgain();
        assertThat(answers.how).isEqualTo("inserted");
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void aCopyIsNotWritten() {
        model(EDITED).copyAsNew();
        assertThat(answers.how).isEqualTo("copied");
        assertThat(answers.inserted).isEmpty();
        assertThat(((Draft) answers.ended.orElseThrow()).changes().has("id")).isFalse();
    }

    @Test
    void aRecordNoLongerVisibleIsNeverInsertedAgain() {
        DeletionModel model = model(HIDDEN);
        model.insertAgain();
        assertThat(answers.inserted).isEmpty();
        model.copyAsNew();
        assertThat(answers.how).isEqualTo("copied");
    }

    @Test
    void theirChangesAreShownBeforeADelete() {
        assertThat(model(CHANGED).differences())
                .extracting(difference -> difference.column().name())
                .containsExactly("city", "phone", "email", "credit_limit", "notes");
    }

    @Test
    void deletingAnywayIsGuardedByTheNewRow() {
        model(CHANGED).deleteAnyway();
        assertThat(answers.deleted).containsExactly(Customer.THEIRS);
        assertThat(answers.how).isEqualTo("deleted");
    }

    @Test
    void aRowThatChangesOnceMoreIsShownBeforeItIsDeleted() {
        var newer = Customer.theirs("city", Value.of("Portland"), 9);
        answers.deletes.add(new Outcome.Stale(newer));
        DeletionModel model = model(CHANGED);
        model.deleteAnyway();
        assertThat(answers.ended).isEmpty();
        assertThat(model.notice().get()).contains("14:09");
        assertThat(model.differences().getFirst().after()).isEqualTo(Value.of("Portland"));
        model.deleteAnyway();
        assertThat(answers.deleted).last().isEqualTo(newer);
    }

    @Test
    void aRowGoneMeanwhileBecomesTheNotice() {
        answers.deletes.add(new Outcome.Gone(Customer.THEIRS.key()));
        DeletionModel model = model(CHANGED);
        model.deleteAnyway();
        assertThat(model.situation().get()).isEqualTo(new DeletionCase.DeletedByBoth(Customer.TABLE, Customer.OPENED));
        model.leave();
        assertThat(answers.how).isEqualTo("closed");
    }

    @Test
    void keepingGivesTheRowAsItIsNow() {
        model(CHANGED).leave();
        assertThat(answers.how).isEqualTo("kept");
        assertThat(answers.ended).contains(Customer.THEIRS);
    }

    @Test
    void insertingAgainWarnsOfANewIdentityAndLostChildren() {
        assertThat(new DeletionText(new RecordTitles(() -> RecordNames.FOUND, TEXTS)).insertAgain(Customer.TABLE))
                .contains("under a new Id")
                .contains("do not come back");
    }

    private DeletionModel model(DeletionCase situation) {
        return new DeletionModel(
                situation,
                Customer.SET_BY_DATABASE,
                answers::insert,
                answers::delete,
                Work.immediate(),
                new RecordTitles(() -> RecordNames.FOUND, TEXTS),
                answers);
    }
}
