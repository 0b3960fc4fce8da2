package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.deletion.DeletionCase;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.question.Question;
import dev.concord.app.saving.FailurePolicy;
import dev.concord.app.saving.SaveResult;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.shell.Office;
import dev.concord.merge.Choice;
import dev.concord.merge.Merging;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every unsaved record of a workspace saved at once: what is saved is no longer pending, and nothing else changes. */
class BulkSaveStartTest {
    private final Office office = new Office();
    private Optional<BatchPolicy> policy = Optional.empty();
    private final WorkspaceModel workspace = office.shellAtOnce(new WorkspaceOwner() {
                @Override
                public void confirmed(Policies policies, Merging merging) {}

                @Override
                public Optional<BatchPolicy> savingPolicy() {
                    return policy;
                }

                @Override
                public void savingBy(BatchPolicy chosen) {
                    policy = Optional.of(chosen);
                }
            })
            .opened()
            .get()
            .orElseThrow()
            .workspace();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsSavedIsNoLongerPendingAndWhatNeedsADecisionIsDecided() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        edit(1005, "Gouda");
        office.colleagueSets(customer(1004), "city", Value.of("Breda"));
        workspace.saveAll();
        SavingModel saving = ((Question.SaveAll) workspace.prompt().question().get()).model();
        assertThat(workspace.unsaved()).hasSize(3);
        saving.start();
        assertThat(workspace.pending().unsaved()).hasSize(1);
        assertThat(city(1003)).isEqualTo(Value.of("Utrecht"));
        assertThat(shown(1005)).isEqualTo(Value.of("Gouda"));

        saving.deciding().next();
        Question.Merge merge = (Question.Merge) workspace.prompt().question().get();
        assertThat(merge.place()).isEqualTo("1 of 1");
        merge.model().choose("city", new Choice.Mine());
        merge.model().cancel();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.SaveAll(saving));

        saving.deciding().next();
        Question.Merge again = (Question.Merge) workspace.prompt().question().get();
        assertThat(again.model().resolution().get().undecided()).isEmpty();
        again.model().save();
        assertThat(city(1004)).isEqualTo(Value.of("Delft"));
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.SaveAll(saving));
        saving.close();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.shown().openKey()).contains(customer(1005));
    }

    @Test
    void whatIsDecidedInTheReportIsStillDecidedInTheForm() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        office.colleagueSets(customer(1004), "city", Value.of("Breda"));
        workspace.saveAll();
        SavingModel saving = ((Question.SaveAll) workspace.prompt().question().get()).model();
        saving.start();
        saving.deciding().next();
        ConflictModel begun = ((Question.Merge) workspace.prompt().question().get()).model();
        begun.choose("city", new Choice.Mine());
        begun.cancel();
        saving.close();
        workspace.shown().open(customer(1004));
        workspace.edit().save();
        ConflictModel again = ((Question.Merge) workspace.prompt().question().get()).model();
        assertThat(again.resolution().get().undecided()).isEmpty();
    }

    @Test
    void leavingBeforeItStartsLosesNothing() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        workspace.saveAll();
        ((Question.SaveAll) workspace.prompt().question().get()).model().close();
        assertThat(workspace.unsaved()).hasSize(2);
        assertThat(workspace.shown().openKey()).contains(customer(1004));
        assertThat(workspace.edit().dirty().get()).isTrue();
        assertThat(city(1004)).isNotEqualTo(Value.of("Delft"));
    }

    @Test
    void theWayChosenOnceIsTakenAgainAndNothingIsToBeClickedAway() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        workspace.save();
        SavingModel first = ((Question.SaveAll) workspace.prompt().question().get()).model();
        first.policy().set(FailurePolicy.ALL_OR_NOTHING);
        first.start();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("2 records saved");

        edit(1003, "Gouda");
        edit(1004, "Breda");
        office.colleagueSets(customer(1004), "phone", Value.of("+31 1"));
        workspace.save();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(city(1004)).isEqualTo(Value.of("Breda"));
        assertThat(workspace.prompt().notice().get().sentence())
                .isEqualTo("2 records saved · 1 merged with what others had changed");
        workspace.prompt().notice().get().offers().getFirst().action().run();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.SaveAll.class);
        ((Question.SaveAll) workspace.prompt().question().get()).model().close();

        edit(1003, "Tilburg");
        edit(1004, "Zwolle");
        office.colleagueSets(customer(1004), "city", Value.of("Assen"));
        workspace.save();
        SavingModel report = ((Question.SaveAll) workspace.prompt().question().get()).model();
        assertThat(report.policy().get()).isEqualTo(FailurePolicy.ALL_OR_NOTHING);
        assertThat(report.entries().get(1).result()).isInstanceOf(SaveResult.NeedsDecision.class);
        assertThat(city(1003)).isEqualTo(Value.of("Gouda"));
    }

    @Test
    void theWayIsAskedAgainWithTheOneChosenBefore() {
        policy = Optional.of(BatchPolicy.ABORT_ALL);
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        workspace.saveAll();
        SavingModel saving = ((Question.SaveAll) workspace.prompt().question().get()).model();
        assertThat(saving.phase().get()).isEqualTo(SavingModel.Phase.CHOOSING);
        assertThat(saving.policy().get()).isEqualTo(FailurePolicy.ALL_OR_NOTHING);
        saving.policy().set(FailurePolicy.WHAT_CAN_BE_SAVED);
        saving.start();
        assertThat(policy).contains(BatchPolicy.SKIP_AND_REPORT);
    }

    @Test
    void theOnlyUnsavedRecordIsSavedAlsoWhereTheFormShowsAnother() {
        edit(1003, "Utrecht");
        workspace.shown().open(customer(1004));
        workspace.save();
        assertThat(city(1003)).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.shown().openKey()).contains(customer(1004));
    }

    @Test
    void aRecordMarkedAsDeletedIsDeletedWithTheSaveOfTheOthers() {
        policy = Optional.of(BatchPolicy.ABORT_ALL);
        RecordKey unwanted = office.newCustomer();
        workspace.shown().open(unwanted);
        workspace.pending().find(unwanted).orElseThrow().delete(true);
        edit(1003, "Utrecht");
        assertThat(office.store.find(unwanted)).isPresent();
        workspace.save();
        assertThat(office.store.find(unwanted)).isEmpty();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("1 record saved · 1 record deleted");
    }

    @Test
    void aDeletionOfWhatSomebodyChangedIsAskedAboutAndTakenBackAsItWasDeleted() {
        RecordKey unwanted = office.newCustomer();
        workspace.shown().open(unwanted);
        workspace.pending().find(unwanted).orElseThrow().delete(true);
        office.colleagueSets(unwanted, "phone", Value.of("1"));
        workspace.save();
        DeletionModel asked = ((Question.Deletion) workspace.prompt().question().get()).model();
        assertThat(((DeletionCase.ChangedUnderDelete) asked.situation().get())
                        .theirs()
                        .row()
                        .get("phone"))
                .isEqualTo(Value.of("1"));
        asked.deleteAnyway();
        assertThat(office.store.find(unwanted)).isEmpty();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("1 record deleted");
        workspace.takeBackLast();
        assertThat(office.value(unwanted, "phone")).isEqualTo(Value.of("1"));
    }

    @Test
    void aDeletionOfWhatSomebodyChangedCanBeGivenUp() {
        RecordKey wanted = office.newCustomer();
        RecordKey other = office.newCustomer();
        for (RecordKey key : List.of(wanted, other)) {
            workspace.shown().open(key);
            workspace.pending().find(key).orElseThrow().delete(true);
            office.colleagueSets(key, "phone", Value.of("1"));
        }
        policy = Optional.of(BatchPolicy.SKIP_AND_REPORT);
        workspace.save();
        SavingModel report = ((Question.SaveAll) workspace.prompt().question().get()).model();
        report.deciding().next();
        ((Question.Deletion) workspace.prompt().question().get()).model().leave();
        assertThat(workspace.prompt().question().get()).as("the next one").isInstanceOf(Question.Deletion.class);
        ((Question.Deletion) workspace.prompt().question().get()).model().leave();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("2 records kept");
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(office.value(wanted, "phone")).isEqualTo(Value.of("1"));
        assertThat(workspace.edit().draft().get().orElseThrow().get("phone")).isEqualTo(Value.of("1"));
    }

    @Test
    void theFormDeletesOrKeepsARecordThatIsMarkedAsDeleted() {
        RecordKey unwanted = office.newCustomer();
        workspace.shown().open(unwanted);
        workspace.pending().find(unwanted).orElseThrow().delete(true);
        workspace.edit().keep();
        assertThat(workspace.unsaved()).isEmpty();
        workspace.edit().undo();
        assertThat(workspace.unsaved()).hasSize(1);
        workspace.edit().save();
        assertThat(office.store.find(unwanted)).isEmpty();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.shown().openKey()).isEmpty();
    }

    private void edit(int id, String city) {
        workspace.rows().select(Optional.of(customer(id)));
        FieldModel field = workspace.edit().fields().stream()
                .filter(f -> f.column().name().equals("city"))
                .findFirst()
                .orElseThrow();
        field.value().set(Value.of(city));
    }

    private Value city(int id) {
        return office.value(customer(id), "city");
    }

    private Value shown(int id) {
        return workspace
                .rows()
                .rows()
                .get(workspace.rows().indexOf(customer(id)))
                .get("city");
    }

    private static RecordKey customer(int id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
