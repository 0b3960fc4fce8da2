package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.question.Question;
import dev.concord.app.saving.SaveResult;
import dev.concord.app.shell.Office;
import dev.concord.merge.Choice;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Saves taken back over a real database, with a colleague who has written since. */
class TakeBackTest {
    private final Office office = new Office();
    private final WorkspaceModel workspace = office.shellAtOnce(BatchPolicy.SKIP_AND_REPORT)
            .opened()
            .get()
            .orElseThrow()
            .workspace();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSaveIsTakenBackAndThatAsWell() {
        Value before = office.value(customer(1003), "city");
        edit(1003, "city", "Utrecht");
        workspace.save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        offer("Take back");
        assertThat(office.value(customer(1003), "city")).isEqualTo(before);
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("The save is taken back");
        assertThat(workspace.pending().unsaved()).isEmpty();
        offer("Take back");
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void aSaveOfManyIsTakenBackAtOnceAndWhatAColleagueWroteSinceStays() {
        Value before = office.value(customer(1004), "city");
        edit(1003, "city", "Utrecht");
        edit(1004, "city", "Delft");
        edit(1005, "city", "Gouda");
        workspace.save();
        office.colleagueSets(customer(1004), "phone", Value.of("+31 15 555 0001"));
        workspace.takeBackLast();
        assertThat(workspace.pending().unsaved()).isEmpty();
        assertThat(office.value(customer(1003), "city")).isNotEqualTo(Value.of("Utrecht"));
        assertThat(office.value(customer(1004), "city")).isEqualTo(before);
        assertThat(office.value(customer(1004), "phone")).isEqualTo(Value.of("+31 15 555 0001"));
        workspace.takeBackLast();
        assertThat(workspace.prompt().notice().get().sentence()).startsWith("Nothing that was saved in the last hour");
    }

    @Test
    void anEarlierSaveIsTakenBackAfterTheLastOne() {
        Value before = office.value(customer(1003), "city");
        edit(1003, "city", "Utrecht");
        workspace.save();
        edit(1003, "phone", "+31 30 555 0007");
        workspace.save();
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(before);
    }

    @Test
    void aSaveThatWasMergedIsTakenBackWithoutTheColleaguesPart() {
        Value before = office.value(customer(1003), "city");
        edit(1003, "city", "Utrecht");
        office.colleagueSets(customer(1003), "phone", Value.of("+31 15 555 0001"));
        workspace.save();
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(before);
        assertThat(office.value(customer(1003), "phone")).isEqualTo(Value.of("+31 15 555 0001"));
    }

    @Test
    void aConflictThatWasDecidedIsTakenBackToWhatTheColleagueHadWritten() {
        edit(1003, "city", "Utrecht");
        office.colleagueSets(customer(1003), "city", Value.of("Delft"));
        workspace.save();
        ConflictModel conflict = ((Question.Merge) workspace.prompt().question().get()).model();
        conflict.choose("city", new Choice.Mine());
        conflict.save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Delft"));
        assertThat(workspace.pending().unsaved()).isEmpty();
    }

    @Test
    void aValueThatAColleagueHasReplacedSinceIsAskedAbout() {
        edit(1003, "city", "Utrecht");
        workspace.save();
        office.colleagueSets(customer(1003), "city", Value.of("Delft"));
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Delft"));
        assertThat(((Question.SaveAll) workspace.prompt().question().get())
                        .model()
                        .entries()
                        .getFirst()
                        .result()
                        .kind())
                .isEqualTo(SaveResult.Kind.NEEDS_DECISION);
    }

    @Test
    void aNewRecordIsDeletedAndADeletedOneComesBackUnderItsKey() {
        workspace
                .shown()
                .openNew(
                        office.store.catalog().table(Office.CUSTOMER.table()).orElseThrow(),
                        Draft.newRow(Office.CUSTOMER.table())
                                .with("name", Value.of("Teestube Nord"))
                                .with("street", Value.of("Hafenweg 3"))
                                .with("city", Value.of("Kiel"))
                                .with("country_code", Value.of("DE")));
        workspace.save();
        RecordKey made = workspace.shown().openKey().orElseThrow();
        Snapshot row = office.row(made);
        workspace.takeBackLast();
        assertThat(office.store.find(made)).isEmpty();
        offer("Take back");
        assertThat(office.row(made).row()).isEqualTo(row.row());
        assertThat(office.row(made).key()).isEqualTo(made);
    }

    @Test
    void whatIsUnsavedInARecordStaysUnsaved() {
        edit(1003, "city", "Utrecht");
        workspace.save();
        edit(1003, "phone", "+31 30 555 0007");
        workspace.takeBackLast();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        PendingEdit edit = workspace.pending().find(customer(1003)).orElseThrow();
        assertThat(edit.draft().changes().values()).containsOnlyKeys("city", "phone");
        assertThat(workspace.prompt().notice().get().sentence()).contains("One record has other unsaved changes");
    }

    private void offer(String label) {
        workspace.prompt().notice().get().offers().stream()
                .filter(offer -> offer.label().equals(label))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    private void edit(int id, String column, String text) {
        workspace.shown().open(customer(id));
        FieldModel field = workspace.edit().fields().stream()
                .filter(f -> f.column().name().equals(column))
                .findFirst()
                .orElseThrow();
        field.value().set(Value.of(text));
    }

    private static RecordKey customer(int id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
