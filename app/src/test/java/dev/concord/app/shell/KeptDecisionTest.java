package dev.concord.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.question.Question;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.task.Promise;
import dev.concord.app.workspace.StoreAccess;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.journal.MergeEntry;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.Choice;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides, and takes back, is written to the journal before it is written to the database. */
class KeptDecisionTest {
    private final Path folder;
    private final MergeJournal journal;
    private final Office office;
    private final WorkspaceModel workspace;

    KeptDecisionTest(@TempDir Path folder) {
        this.folder = folder;
        this.journal = new MergeJournal(folder.resolve("merges"));
        this.office = new Office(journal);
        this.workspace = office.shellAtOnce(Optional.of("customer"), Optional.of("1017"))
                .opened()
                .get()
                .orElseThrow()
                .workspace();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aDecisionIsKeptFromWhatWasOpenedToWhatIsWritten() throws IOException {
        Value opened = office.value(Office.CUSTOMER, "phone");
        ConflictModel conflict = conflict();
        conflict.choose("phone", new Choice.Typed(Value.of("3")));
        conflict.save();
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("3"));
        MergeEntry entry = journal.entries().getFirst();
        assertThat(entry.key()).isEqualTo(Office.CUSTOMER);
        assertThat(entry.base().get("phone")).isEqualTo(opened);
        assertThat(entry.mine().get("phone")).isEqualTo(Value.of("1"));
        assertThat(entry.theirs().get("phone")).isEqualTo(Value.of("2"));
        assertThat(entry.result().get("phone")).isEqualTo(Value.of("3"));
    }

    @Test
    void aDecisionThatCannotBeKeptIsNotWritten() throws IOException {
        Files.writeString(folder.resolve("merges"), "A file where the folder should be");
        ConflictModel conflict = conflict();
        conflict.choose("phone", new Choice.Mine());
        conflict.save();
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("2"));
        assertThat(conflict.notice().get()).contains("could not be written to the journal", folder.toString());
        assertThat(conflict.resolution().get().choice("phone")).contains(new Choice.Mine());
        assertThat(workspace.edit().dirty().get()).isTrue();
    }

    @Test
    void whatIsDecidedUnderAHoldIsKeptOrNotWritten() throws IOException {
        Draft mine = Draft.of(office.row(Office.CUSTOMER)).with("phone", Value.of("1"));
        StoreAccess access = new StoreAccess(
                MergedWrites.keptIn(journal, "Office", office.store),
                mine,
                WriteMark.NONE,
                row -> false,
                new StoredReferences(office.store, Office.TEXTS));
        assertThat(decide(access, "2")).isInstanceOf(Outcome.Saved.class);
        assertThat(journal.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.mine().get("phone")).isEqualTo(Value.of("1"));
            assertThat(entry.result().get("phone")).isEqualTo(Value.of("2"));
        });
        Files.delete(folder.resolve("merges/merges.lock"));
        Files.createDirectory(folder.resolve("merges/merges.lock"));
        assertThat(decide(access, "3"))
                .isEqualTo(new Outcome.Refused(
                        Reason.NOT_KEPT, folder.resolve("merges").toString()));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("2"));
    }

    @Test
    void anUndoIsKeptToo() throws IOException {
        Value opened = office.value(Office.CUSTOMER, "phone");
        type("phone", "1");
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        workspace.edit().save();
        workspace.prompt().notice().get().offers().getLast().action().run();
        assertThat(journal.entries()).hasSize(2).last().satisfies(undo -> {
            assertThat(undo.theirs().get("phone")).isEqualTo(Value.of("1"));
            assertThat(undo.result().get("phone")).isEqualTo(opened);
        });
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(opened);
    }

    private ConflictModel conflict() {
        type("phone", "1");
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("2"));
        workspace.edit().save();
        return ((Question.Merge) workspace.prompt().question().get()).model();
    }

    private void type(String column, String text) {
        workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .map(FieldModel::value)
                .forEach(value -> value.set(Value.of(text)));
    }

    private static Object decide(StoreAccess access, String phone) {
        Promise<Draft> decision = new Promise<>();
        HoldOutcome end = access.hold(
                Office.CUSTOMER, held -> decision.give(Draft.of(held.row()).with("phone", Value.of(phone))), decision);
        return ((HoldOutcome.Ended) end).outcome();
    }
}
