package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditModelTest {
    private final Shop shop = Shop.immediate();
    private final EditModel model = shop.model;

    @AfterEach
    void close() {
        shop.close();
    }

    private void openAcme() {
        shop.open(Shop.CUSTOMER, 1);
    }

    @Test
    void nothingIsOpenAtFirstAndNothingCanBeDone() {
        assertThat(model.mode().get()).isEqualTo(EditMode.NOTHING);
        assertThat(model.draft().get()).isEmpty();
        assertThat(model.actions().save().get()).isFalse();
        assertThat(model.actions().add().get()).isFalse();
        model.save();
        model.delete();
        model.refresh();
        model.undo();
        model.discard();
        assertThat(shop.heard.saved).isEmpty();
    }

    @Test
    void aRecordOpensCleanWithItsNameAsTitle() {
        openAcme();
        assertThat(model.mode().get()).isEqualTo(EditMode.EDITING);
        assertThat(model.title().get()).isEqualTo("Customer Acme");
        assertThat(model.dirty().get()).isFalse();
        assertThat(model.actions().save().get()).isFalse();
    }

    @Test
    void typingMarksTheFieldAndMakesTheRecordDirty() {
        openAcme();
        shop.type("CITY", "Köln");
        assertThat(shop.field("CITY").changed().get()).isTrue();
        assertThat(shop.field("PHONE").changed().get()).isFalse();
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void typingTheOldValueBackIsNoChange() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.type("CITY", "Bonn");
        assertThat(shop.field("CITY").changed().get()).isFalse();
        assertThat(model.dirty().get()).isFalse();
        assertThat(model.actions().undo().get()).isFalse();
    }

    @Test
    void aSavedRecordIsCleanAndInTheDatabase() {
        openAcme();
        shop.type("CITY", "Köln");
        model.save();
        assertThat(shop.one("select city from customer where id = 1")).isEqualTo("Köln");
        assertThat(model.dirty().get()).isFalse();
        assertThat(shop.heard.saved).hasSize(1);
        assertThat(shop.heard.alsoKept.getFirst()).isEmpty();
    }

    @Test
    void oneNeverConflictsWithOneself() {
        openAcme();
        shop.type("CITY", "Köln");
        model.save();
        shop.type("CITY", "Ulm");
        model.save();
        assertThat(shop.one("select city from customer where id = 1")).isEqualTo("Ulm");
        assertThat(shop.heard.conflicts).isEmpty();
    }

    @Test
    void aGeneratedColumnFollowsTheSave() {
        openAcme();
        shop.type("NAME", "Apex");
        model.save();
        assertThat(shop.text("SHOUT")).isEqualTo("APEX");
    }

    @Test
    void nullAndEmptyTextAreSavedAsWhatTheyAre() {
        openAcme();
        shop.type("CITY", "");
        shop.field("PHONE").value().set(Value.ofNull());
        model.save();
        assertThat(shop.one("select count(*) from customer where id = 1 and city = '' and phone is null"))
                .isEqualTo("1");
    }

    @Test
    void changingEmptyTextToNullIsAChange() {
        shop.open(Shop.CUSTOMER, 2);
        shop.field("CITY").value().set(Value.ofNull());
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void aColleaguesChangeToAnotherColumnIsMergedAndReported() {
        openAcme();
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln999");
        assertThat(shop.text("PHONE")).isEqualTo("999");
        assertThat(shop.heard.alsoKept.getFirst()).containsExactly("PHONE");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        openAcme();
        shop.colleague("update customer set city = 'Köln' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        assertThat(shop.heard.conflicts).isEmpty();
        assertThat(shop.heard.saved).hasSize(1);
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void differentChangesToOneColumnAreForAPersonToDecide() {
        openAcme();
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        assertThat(shop.heard.conflicts.getFirst().changes().get("CITY")).isEqualTo(Value.of("Köln"));
        assertThat(shop.heard.theirs.getFirst().row().get("CITY")).isEqualTo(Value.of("Ulm"));
        assertThat(shop.one("select city from customer where id = 1")).isEqualTo("Ulm");
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void aDecidedConflictIsTakenOver() {
        openAcme();
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.colleague("update customer set city = 'Trier' where id = 1");
        shop.heard.decided.accept(shop.read(Shop.CUSTOMER, 1));
        assertThat(shop.text("CITY")).isEqualTo("Trier");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void aDecisionForARecordLeftBehindGoesToThatRecord() {
        openAcme();
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        shop.open(Shop.CUSTOMER, 2);
        shop.type("CITY", "Essen");
        shop.heard.decided.accept(shop.read(Shop.CUSTOMER, 1));
        assertThat(shop.text("CITY")).isEqualTo("Essen");
        assertThat(model.title().get()).isEqualTo("Customer Blum");
        assertThat(shop.pending.unsaved()).singleElement().satisfies(edit -> assertThat(edit.key())
                .contains(shop.read(Shop.CUSTOMER, 2).key()));
    }

    @Test
    void aDeletedRecordGivesTheEditsBack() {
        openAcme();
        shop.colleague("delete from customer where id = 1");
        shop.type("CITY", "Köln");
        model.save();
        assertThat(shop.heard.gone.getFirst().changes().get("CITY")).isEqualTo(Value.of("Köln"));
        assertThat(shop.text("CITY")).isEqualTo("Köln");
    }

    @Test
    void aValueUsedTwiceIsSaidAtItsField() {
        openAcme();
        shop.type("NAME", "Blum");
        model.save();
        assertThat(shop.field("NAME").problem().get()).isEqualTo("Already used by another record.");
        assertThat(shop.field("NAME").problemDetail().get()).containsIgnoringCase("uq_name");
        assertThat(model.focus().get()).contains(shop.field("NAME"));
        assertThat(shop.text("NAME")).isEqualTo("Blum");
    }

    @Test
    void aMissingTargetIsSaidAtItsField() {
        openAcme();
        shop.type("COUNTRY", "XX");
        model.save();
        assertThat(shop.field("COUNTRY").problem().get())
                .isEqualTo("Refers to a record of Country that does not exist.");
    }

    @Test
    void aBrokenRuleIsSaidAtItsField() {
        openAcme();
        shop.field("CREDIT").value().set(Value.of(-1));
        model.save();
        assertThat(shop.field("CREDIT").problem().get()).containsIgnoringCase("ck_credit");
    }

    @Test
    void aTextTooLongIsSaidAtItsField() {
        openAcme();
        shop.type("CITY", "x".repeat(21));
        model.save();
        assertThat(shop.field("CITY").problem().get()).isEqualTo("Longer than 20 characters.");
    }

    @Test
    void aRequiredValueTakenAwayIsSaidBeforeTheDatabaseIsAsked() {
        openAcme();
        shop.field("NAME").value().set(Value.ofNull());
        model.save();
        assertThat(shop.field("NAME").problem().get()).isEqualTo("Must not be empty.");
        assertThat(model.focus().get()).contains(shop.field("NAME"));
    }

    @Test
    void typingOnEndsAComplaint() {
        openAcme();
        shop.type("NAME", "Blum");
        model.save();
        shop.type("NAME", "Blume");
        assertThat(shop.field("NAME").problem().get()).isEmpty();
    }

    @Test
    void unreadableTextMakesTheFormDirtyAndKeepsItFromSaving() {
        openAcme();
        shop.field("CREDIT").unreadable().set("1o");
        model.save();
        assertThat(model.dirty().get()).isTrue();
        assertThat(shop.heard.saved).isEmpty();
        assertThat(shop.field("CREDIT").problem().get()).startsWith("Not a number.");
        assertThat(model.shown().orElseThrow().state().get().unreadable()).isEqualTo(Map.of("CREDIT", "1o"));
    }

    @Test
    void undoAndRedoGoThroughTheFieldsInOrder() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.type("PHONE", "456");
        model.undo();
        assertThat(shop.text("PHONE")).isEqualTo("123");
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
        assertThat(model.dirty().get()).isFalse();
        model.redo();
        model.redo();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Köln456");
    }

    @Test
    void typingInOneFieldIsOneStep() {
        openAcme();
        shop.type("CITY", "Bonn1");
        shop.type("CITY", "Bonn12");
        shop.type("CITY", "Bonn123");
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
    }

    @Test
    void leavingAFieldEndsTheStep() {
        openAcme();
        shop.type("CITY", "Bonn1");
        model.endStep();
        shop.type("CITY", "Bonn12");
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Bonn1");
    }

    @Test
    void aPasteIsAStepOfItsOwn() {
        openAcme();
        shop.type("CITY", "Bonn1");
        shop.type("CITY", "Bonn1 and more");
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Bonn1");
    }

    @Test
    void typingAfterUndoForgetsWhatWasUndone() {
        openAcme();
        shop.type("CITY", "Köln");
        model.undo();
        shop.type("CITY", "Ulm");
        assertThat(model.actions().redo().get()).isFalse();
    }

    @Test
    void undoAfterASaveIsAChangeThatCanBeSaved() {
        openAcme();
        shop.type("CITY", "Köln");
        model.save();
        model.undo();
        model.save();
        assertThat(shop.one("select city from customer where id = 1")).isEqualTo("Bonn");
    }

    @Test
    void discardTakesEverythingBackAndUndoBringsItAgain() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.field("CREDIT").unreadable().set("1o");
        model.discard();
        assertThat(model.dirty().get()).isFalse();
        assertThat(shop.field("CREDIT").problem().get()).isEmpty();
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(shop.field("CREDIT").unreadable().get()).isEqualTo("1o");
    }

    @Test
    void anotherRecordHasItsOwnHistory() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.open(Shop.CUSTOMER, 2);
        assertThat(model.actions().undo().get()).isFalse();
    }

    @Test
    void anotherRecordOfTheTableKeepsTheFields() {
        openAcme();
        FieldModel city = shop.field("CITY");
        shop.open(Shop.CUSTOMER, 2);
        assertThat(shop.field("CITY")).isSameAs(city);
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void anEditComesBackAsItWas() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.field("CREDIT").unreadable().set("1o");
        shop.open(Shop.CUSTOMER, 2);
        openAcme();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(shop.field("CREDIT").problem().get()).startsWith("Not a number.");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void undoAndRedoSurviveAVisitToAnotherRecord() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.type("PHONE", "456");
        model.undo();
        shop.open(Shop.CUSTOMER, 2);
        shop.type("CITY", "Essen");
        openAcme();
        model.redo();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Köln456");
        model.undo();
        model.undo();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Bonn123");
        shop.open(Shop.CUSTOMER, 2);
        assertThat(shop.text("CITY")).isEqualTo("Essen");
        openAcme();
        model.redo();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
    }

    @Test
    void whatAColleagueChangedDuringTheVisitIsNotUndone() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.type("PHONE", "456");
        model.save();
        shop.open(Shop.CUSTOMER, 2);
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        openAcme();
        while (model.actions().undo().get()) {
            model.undo();
        }
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Ulm123");
    }

    @Test
    void theFormFollowsAnEditThatIsChangedElsewhere() {
        openAcme();
        shop.pending
                .find(shop.read(Shop.CUSTOMER, 1).key())
                .orElseThrow()
                .type(shop.field("CITY").column(), new FieldInput(Value.of("Köln"), ""));
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(shop.field("CITY").changed().get()).isTrue();
        model.undo();
        assertThat(shop.text("CITY")).isEqualTo("Bonn");
    }

    @Test
    void aNewRecordIsInserted() {
        shop.openNew();
        shop.type("NAME", "Nova");
        model.save();
        assertThat(shop.one("select city from customer where name = 'Nova'")).isEqualTo("null");
        assertThat(shop.text("ID")).isEqualTo("100");
        assertThat(model.mode().get()).isEqualTo(EditMode.EDITING);
        assertThat(model.title().get()).isEqualTo("Customer Nova");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void undoAfterAnInsertDoesNotEmptyTheRecord() {
        shop.openNew();
        shop.type("NAME", "Nova");
        model.save();
        assertThat(model.actions().undo().get()).isFalse();
        model.undo();
        assertThat(shop.text("NAME")).isEqualTo("Nova");
        shop.type("NAME", "Nova 2");
        model.undo();
        assertThat(shop.text("NAME")).isEqualTo("Nova");
        assertThat(model.actions().undo().get()).isFalse();
    }

    @Test
    void columnsLeftAloneInANewRecordGetTheirDefault() {
        shop.openNew();
        assertThat(shop.field("CREDIT").nullText().get()).startsWith("default: 5");
        shop.type("NAME", "Nova");
        model.save();
        assertThat(shop.one("select credit from customer where name = 'Nova'")).isEqualTo("5.00");
    }

    @Test
    void aNewRecordWithoutARequiredValueIsNotSaved() {
        shop.openNew();
        model.save();
        assertThat(shop.field("NAME").problem().get()).isEqualTo("Must not be empty.");
        assertThat(shop.heard.saved).isEmpty();
    }

    @Test
    void aNewRecordRejectedKeepsEverything() {
        shop.openNew();
        shop.type("NAME", "Acme");
        model.save();
        assertThat(shop.field("NAME").problem().get()).isEqualTo("Already used by another record.");
        assertThat(model.mode().get()).isEqualTo(EditMode.NEW);
        assertThat(shop.text("NAME")).isEqualTo("Acme");
    }

    @Test
    void aNewRecordIsAskedFor() {
        openAcme();
        model.newRecord();
        assertThat(shop.heard.newWanted).extracting(Table::id).containsExactly(Shop.CUSTOMER);
    }

    @Test
    void deletingAsksByNameFirst() {
        shop.heard.confirms = false;
        openAcme();
        model.delete();
        assertThat(shop.heard.asked).containsExactly("Customer Acme");
        assertThat(shop.one("select count(*) from customer")).isEqualTo("2");
    }

    @Test
    void aConfirmedDeletionEmptiesTheForm() {
        openAcme();
        model.delete();
        assertThat(shop.one("select count(*) from customer where id = 1")).isEqualTo("0");
        assertThat(model.mode().get()).isEqualTo(EditMode.NOTHING);
        assertThat(shop.heard.deleted).hasSize(1);
        assertThat(model.actions().add().get()).isTrue();
    }

    @Test
    void deletingWhatAColleagueChangedIsForAPersonToDecide() {
        openAcme();
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        model.delete();
        assertThat(shop.heard.deleteConflicts).hasSize(1);
        assertThat(shop.heard.theirs.getFirst().row().get("CITY")).isEqualTo(Value.of("Ulm"));
        assertThat(shop.one("select count(*) from customer where id = 1")).isEqualTo("1");
    }

    @Test
    void deletingWhatIsAlreadyDeletedIsANotice() {
        openAcme();
        shop.colleague("delete from customer where id = 1");
        model.delete();
        assertThat(model.message().get().sentence()).isEqualTo("The record was already deleted by somebody else.");
        assertThat(shop.heard.deleted).hasSize(1);
    }

    @Test
    void deletingWhatOthersReferToIsSaidAboveTheForm() {
        shop.colleague("insert into invoice values (1, 1)");
        openAcme();
        model.delete();
        assertThat(model.message().get().sentence()).isEqualTo("Not deleted. Other records still refer to this one.");
        assertThat(model.mode().get()).isEqualTo(EditMode.EDITING);
    }

    @Test
    void aTableThatChangedIsSaidAndNothingIsLost() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.colleague("alter table customer drop column phone");
        model.save();
        assertThat(model.message().get().tone()).isEqualTo(Tone.ERROR);
        assertThat(model.message().get().sentence()).contains("columns have changed");
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void refreshingShowsWhatAColleagueChanged() {
        openAcme();
        shop.colleague("update customer set phone = '999' where id = 1");
        model.refresh();
        assertThat(shop.text("PHONE")).isEqualTo("999");
        assertThat(model.dirty().get()).isFalse();
        assertThat(model.message().get().sentence()).isEqualTo("Changed in the database since you opened it: Phone.");
    }

    @Test
    void refreshingKeepsEdits() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.colleague("update customer set phone = '999' where id = 1");
        model.refresh();
        assertThat(shop.text("CITY") + shop.text("PHONE")).isEqualTo("Köln999");
        model.save();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln999");
    }

    @Test
    void refreshingOverAConflictKeepsTheEditAndSaysSo() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.colleague("update customer set city = 'Ulm' where id = 1");
        model.refresh();
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(model.message().get().tone()).isEqualTo(Tone.WARNING);
        model.save();
        assertThat(shop.heard.conflicts).hasSize(1);
    }

    @Test
    void refreshingWhatWasDeletedEmptiesACleanForm() {
        openAcme();
        shop.colleague("delete from customer where id = 1");
        model.refresh();
        assertThat(model.mode().get()).isEqualTo(EditMode.NOTHING);
        assertThat(shop.heard.deleted).hasSize(1);
    }

    @Test
    void refreshingWhatWasDeletedGivesEditsBack() {
        openAcme();
        shop.type("CITY", "Köln");
        shop.colleague("delete from customer where id = 1");
        model.refresh();
        assertThat(shop.heard.gone).hasSize(1);
        assertThat(shop.text("CITY")).isEqualTo("Köln");
    }

    @Test
    void generatedIdentityAndVersionColumnsAreNotTypedInto() {
        openAcme();
        assertThat(shop.field("ID").lock().get()).isEqualTo(FieldLock.IDENTITY);
        assertThat(shop.field("SHOUT").lock().get()).isEqualTo(FieldLock.COMPUTED);
        shop.open(Shop.ARTICLE, 1);
        assertThat(shop.field("VERSION").lock().get()).isEqualTo(FieldLock.VERSION);
    }

    @Test
    void aValueTooLargeToBeHeldIsNotTypedIntoAndIsNoChange() {
        Snapshot acme = Customers.acme();
        Value large = new Value.Large(Value.Large.Kind.TEXT, 104_857_600, "0".repeat(64));
        Row row = acme.row().with("notes", large);
        model.open(shop.pending.open(Customers.table(), new Snapshot(acme.key(), row, acme.token(), acme.readAt())));
        assertThat(shop.field("notes").lock().get()).isEqualTo(FieldLock.LARGE);
        assertThat(shop.field("name").lock().get()).isEqualTo(FieldLock.NONE);
        shop.type("name", "Acme");
        assertThat(model.draft().get().orElseThrow().changes().values()).containsOnlyKeys("name");
    }

    @Test
    void theVersionColumnMovesOnASaveAndIsNoConflict() {
        shop.open(Shop.ARTICLE, 1);
        shop.type("TITLE", "Green tea");
        model.save();
        assertThat(shop.text("VERSION")).isEqualTo("2");
        shop.type("TITLE", "Black tea");
        model.save();
        assertThat(shop.heard.conflicts).isEmpty();
        assertThat(shop.one("select title || version from article")).isEqualTo("Black tea3");
    }

    @Test
    void aTableWithoutAKeyIsReadOnlyAndSaysWhy() {
        Table keyless = Customers.keyless();
        model.open(shop.pending.open(keyless, Customers.acme()));
        assertThat(model.mode().get()).isEqualTo(EditMode.VIEWING);
        assertThat(model.readOnlyReason().get()).startsWith("This table has no key");
        assertThat(model.fields()).allMatch(f -> f.lock().get() == FieldLock.RECORD);
        assertThat(model.actions().add().get()).isFalse();
        assertThat(model.actions().delete().get()).isFalse();
    }

    @Test
    void textInANumberColumnIsShownAndLeftAlone() {
        Snapshot loose = new Snapshot(
                Customers.acme().key(),
                Customers.acme().row().with("credit_limit", Value.of("n/a")),
                Customers.acme().token(),
                Customers.acme().readAt());
        model.open(shop.pending.open(Customers.table(), loose));
        assertThat(shop.text("credit_limit")).isEqualTo("n/a");
        assertThat(shop.field("credit_limit").problem().get()).isEmpty();
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void closingShowsNothing() {
        openAcme();
        model.close();
        assertThat(model.mode().get()).isEqualTo(EditMode.NOTHING);
        assertThat(model.fields()).isEmpty();
        assertThat(model.title().get()).isEmpty();
    }
}
