package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.shell.Office;
import dev.concord.merge.Choice;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every unsaved record of a workspace saved at once: what is saved is no longer pending, and nothing else changes. */
class BulkSaveStartTest {
    private final Office office = new Office();
    private final WorkspaceModel workspace = office.shellAtOnce(Optional.of("customer"), Optional.empty())
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
        SavingModel saving = ((Question.SaveAll) workspace.question().get()).model();
        assertThat(workspace.unsaved()).hasSize(3);
        saving.start();
        assertThat(workspace.pending().unsaved()).hasSize(1);
        assertThat(city(1003)).isEqualTo(Value.of("Utrecht"));
        assertThat(shown(1005)).isEqualTo(Value.of("Gouda"));

        saving.deciding().next();
        Question.Merge merge = (Question.Merge) workspace.question().get();
        assertThat(merge.place()).isEqualTo("1 of 1");
        merge.model().choose("city", new Choice.Mine());
        merge.model().cancel();
        assertThat(workspace.question().get()).isEqualTo(new Question.SaveAll(saving));

        saving.deciding().next();
        Question.Merge again = (Question.Merge) workspace.question().get();
        assertThat(again.model().resolution().get().undecided()).isEmpty();
        again.model().save();
        assertThat(city(1004)).isEqualTo(Value.of("Delft"));
        assertThat(workspace.question().get()).isEqualTo(new Question.SaveAll(saving));
        saving.close();
        assertThat(workspace.question().get()).isEqualTo(new Question.None());
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.openKey()).contains(customer(1005));
    }

    @Test
    void whatIsDecidedInTheReportIsStillDecidedInTheForm() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        office.colleagueSets(customer(1004), "city", Value.of("Breda"));
        workspace.saveAll();
        SavingModel saving = ((Question.SaveAll) workspace.question().get()).model();
        saving.start();
        saving.deciding().next();
        ConflictModel begun = ((Question.Merge) workspace.question().get()).model();
        begun.choose("city", new Choice.Mine());
        begun.cancel();
        saving.close();
        workspace.open(customer(1004));
        workspace.edit().save();
        ConflictModel again = ((Question.Merge) workspace.question().get()).model();
        assertThat(again.resolution().get().undecided()).isEmpty();
    }

    @Test
    void leavingBeforeItStartsLosesNothing() {
        edit(1003, "Utrecht");
        edit(1004, "Delft");
        workspace.saveAll();
        ((Question.SaveAll) workspace.question().get()).model().close();
        assertThat(workspace.unsaved()).hasSize(2);
        assertThat(workspace.openKey()).contains(customer(1004));
        assertThat(workspace.edit().dirty().get()).isTrue();
        assertThat(city(1004)).isNotEqualTo(Value.of("Delft"));
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
