package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.edit.EditMode;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.Choice;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record is written, the user goes to another one and types there, and only then the answer comes: whatever it is, it
 * concerns the first record and nothing happens to the second. The background works when the test lets it.
 */
class NavigationDuringWritesTest {
    private static final RecordKey LEFT = customer(1003);
    private static final RecordKey OPEN = customer(1004);

    private final Deque<Runnable> background = new ArrayDeque<>();
    private Office office = new Office();
    private final ShellModel shell = new ShellModel(
            Work.of(background::add, Runnable::run, fault -> {
                throw new IllegalStateException(fault);
            }),
            Office.TEXTS);
    private WorkspaceModel workspace = open();

    private WorkspaceModel open() {
        office.showIn(shell, Optional.of("customer"), Optional.empty());
        answerAll();
        return shell.opened().get().orElseThrow().workspace();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aSaveEndsWellForTheRecordThatWasSaved() {
        editAndSave(LEFT, "city", "Utrecht");
        goAndType();
        answerAll();
        assertThat(office.value(LEFT, "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(shownInRow(LEFT)).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.prompt().notice().get().sentence()).contains("Customer Koffiehuis Mulder");
        otherIsUntouchedAnd();
    }

    @Test
    void whatWasTypedDuringTheSaveStaysWithTheRecordThatWasSaved() {
        editAndSave(LEFT, "city", "Utrecht");
        type("street", "Oudegracht 1");
        goAndType();
        answerAll();
        otherIsUntouchedAnd(LEFT);
        PendingEdit edit = edit(LEFT);
        assertThat(edit.draft().changes().values()).containsOnlyKeys("street");
        go(LEFT);
        assertThat(field("street").value().get()).isEqualTo(Value.of("Oudegracht 1"));
        workspace.edit().save();
        answerAll();
        assertThat(office.value(LEFT, "street")).isEqualTo(Value.of("Oudegracht 1"));
        assertThat(office.value(LEFT, "city")).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void theRecordCanBeTypedIntoAgainBeforeItsSaveEnds() {
        editAndSave(LEFT, "city", "Utrecht");
        goAndType();
        go(LEFT);
        type("street", "Oudegracht 1");
        answerAll();
        assertThat(workspace.shown().openKey()).contains(LEFT);
        assertThat(field("city").changed().get()).isFalse();
        assertThat(field("street").changed().get()).isTrue();
        assertThat(workspace.rows().selected().get()).contains(LEFT);
    }

    @Test
    void aMergeWithoutDecisionsEndsWellAndItsUndoGivesTheEditBackToItsRecord() {
        office.colleagueSets(LEFT, "phone", Value.of("+31 30 555 0101"));
        workspace.rows().refresh();
        answerAll();
        go(LEFT);
        office.colleagueSets(LEFT, "phone", Value.of("+31 30 555 0102"));
        type("city", "Utrecht");
        workspace.edit().save();
        goAndType();
        answerAll();
        assertThat(office.value(LEFT, "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(office.value(LEFT, "phone")).isEqualTo(Value.of("+31 30 555 0102"));
        otherIsUntouchedAnd();
        workspace.prompt().notice().get().offers().getLast().action().run();
        answerAll();
        assertThat(office.value(LEFT, "city")).isNotEqualTo(Value.of("Utrecht"));
        otherIsUntouchedAnd(LEFT);
        assertThat(edit(LEFT).draft().get("city")).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void aConflictIsDecidedForTheRecordThatWasSaved() {
        conflict().choose("city", new Choice.Mine());
        conflictShown().save();
        answerAll();
        assertThat(office.value(LEFT, "city")).isEqualTo(Value.of("Utrecht"));
        otherIsUntouchedAnd();
    }

    @Test
    void aConflictNotDecidedKeepsTheEditAndItsChoicesWithItsRecord() {
        conflict().choose("city", new Choice.Mine());
        conflictShown().cancel();
        otherIsUntouchedAnd(LEFT);
        workspace.edit().save();
        answerAll();
        assertThat(office.value(OPEN, "city")).isEqualTo(Value.of("Gouda"));
        go(LEFT);
        workspace.edit().save();
        answerAll();
        assertThat(conflictShown().resolution().get().undecided()).isEmpty();
    }

    @Test
    void aConflictWhoseRowIsDeletedMeanwhileIsStillAboutItsRecord() {
        RecordKey gone = office.newCustomer();
        editAndSave(gone, "city", "Utrecht");
        office.colleagueSets(gone, "city", Value.of("Breda"));
        goAndType();
        answerAll();
        conflictShown().choose("city", new Choice.Mine());
        office.colleagueDeletes(gone);
        conflictShown().save();
        answerAll();
        deletionShown().insertAgain();
        answerAll();
        assertThat(row("Teestube Nord").get("city")).isEqualTo(Value.of("Utrecht"));
        otherIsUntouchedAnd();
    }

    @Test
    void aDeletedRecordLeftDeletedKeepsItsEdit() {
        RecordKey gone = saveOfADeletedRecord();
        deletionShown().leave();
        assertThat(workspace.rows().indexOf(gone)).isEqualTo(-1);
        otherIsUntouchedAnd(gone);
    }

    @Test
    void aDeletedRecordInsertedAgainTakesNothingFromTheOther() {
        RecordKey gone = saveOfADeletedRecord();
        deletionShown().insertAgain();
        answerAll();
        assertThat(row("Teestube Nord").get("city")).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.isUnsaved(gone)).isFalse();
        otherIsUntouchedAnd();
    }

    @Test
    void aDeletedRecordCopiedAsNewLosesNothingTypedInTheOther() {
        RecordKey gone = saveOfADeletedRecord();
        deletionShown().copyAsNew();
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.NEW);
        assertThat(field("city").value().get()).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.isUnsaved(gone)).isFalse();
        assertThat(workspace.rows().indexOf(gone)).isEqualTo(-1);
        assertThat(workspace.rows().indexOf(OPEN)).isNotNegative();
        assertThat(workspace.unsaved()).hasSize(2);
        go(OPEN);
        assertThat(field("city").value().get()).isEqualTo(Value.of("Gouda"));
    }

    @Test
    void aRejectedSaveIsSaidOfItsRecordAndNothingIsComplainedOfInTheOther() {
        editAndSave(LEFT, "email", "no address");
        goAndType();
        answerAll();
        otherIsUntouchedAnd(LEFT);
        assertThat(workspace.edit().message().get().sentence()).startsWith("Customer Koffiehuis Mulder");
        assertThat(field("email").problem().get()).isEmpty();
    }

    @Test
    void aRefusedSaveIsSaidOfItsRecord(@TempDir Path folder) throws IOException {
        office.close();
        Path merges = Files.writeString(folder.resolve("merges"), "A file where the folder should be");
        office = new Office(new MergeJournal(merges));
        workspace = open();
        go(LEFT);
        office.colleagueSets(LEFT, "phone", Value.of("+31 30 555 0102"));
        type("city", "Utrecht");
        workspace.edit().save();
        goAndType();
        answerAll();
        otherIsUntouchedAnd(LEFT);
        assertThat(workspace.edit().message().get().sentence())
                .startsWith("Customer Koffiehuis Mulder")
                .contains("merges");
    }

    @Test
    void aRowThatIsLockedTooLongIsSaidOfItsRecord() throws SQLException {
        editAndSave(LEFT, "city", "Utrecht");
        goAndType();
        try (Connection colleague = office.connection();
                Statement statement = colleague.createStatement()) {
            colleague.setAutoCommit(false);
            statement.execute("select * from \"customer\" where \"id\" = 1003 for update");
            answerAll();
            colleague.rollback();
        }
        otherIsUntouchedAnd(LEFT);
        assertThat(workspace.edit().message().get().sentence()).startsWith("Customer Koffiehuis Mulder");
    }

    @Test
    void aTableThatHasChangedIsSaidOfItsRecord() throws SQLException {
        editAndSave(LEFT, "city", "Utrecht");
        goAndType();
        try (Connection colleague = office.connection();
                Statement statement = colleague.createStatement()) {
            statement.execute("alter table \"customer\" drop column \"notes\"");
        }
        answerAll();
        otherIsUntouchedAnd(LEFT);
        assertThat(workspace.edit().message().get().sentence()).startsWith("Customer Koffiehuis Mulder");
    }

    @Test
    void aNewRecordThatIsSavedIsNotPutInPlaceOfTheOther() {
        newRecord("DE");
        workspace.edit().save();
        goAndType();
        answerAll();
        assertThat(row("Teestube Süd").get("city")).isEqualTo(Value.of("Kiel"));
        assertThat(workspace.rows().rows().getFirst().get("name")).isEqualTo(Value.of("Teestube Süd"));
        otherIsUntouchedAnd();
    }

    @Test
    void aNewRecordThatIsShownAgainBeforeItIsSavedGetsItsKey() {
        newRecord("DE");
        workspace.edit().save();
        PendingEdit fresh = workspace.pending().unsaved().getFirst();
        goAndType();
        workspace.shown().open(fresh);
        type("street", "Hafenweg 4");
        answerAll();
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.EDITING);
        assertThat(workspace.rows().selected().get()).isEqualTo(fresh.key()).isPresent();
        assertThat(fresh.draft().changes().values()).containsOnlyKeys("street");
    }

    @Test
    void aNewRecordThatIsRejectedStaysUnsaved() {
        newRecord("XX");
        workspace.edit().save();
        goAndType();
        answerAll();
        assertThat(workspace.edit().message().get().sentence()).startsWith("New Customer");
        assertThat(workspace.unsaved()).hasSize(2).first().isEqualTo("New Customer");
        assertThat(field("city").value().get()).isEqualTo(Value.of("Gouda"));
    }

    @Test
    void aDeletedRecordDoesNotCloseTheOther() {
        RecordKey gone = office.newCustomer();
        delete(gone);
        goAndType();
        answerAll();
        assertThat(office.store.find(gone)).isEmpty();
        assertThat(workspace.rows().indexOf(gone)).isEqualTo(-1);
        otherIsUntouchedAnd();
    }

    @Test
    void aRecordDeletedBySomebodyElseDoesNotCloseTheOther() {
        RecordKey gone = office.newCustomer();
        delete(gone);
        goAndType();
        office.colleagueDeletes(gone);
        answerAll();
        assertThat(workspace.rows().indexOf(gone)).isEqualTo(-1);
        otherIsUntouchedAnd();
    }

    @Test
    void deletingAnywayDoesNotCloseTheOther() {
        RecordKey gone = deletionOfAChangedRecord();
        deletionShown().deleteAnyway();
        answerAll();
        assertThat(office.store.find(gone)).isEmpty();
        otherIsUntouchedAnd();
    }

    @Test
    void readingThatBothDeletedItDoesNotCloseTheOther() {
        RecordKey gone = deletionOfAChangedRecord();
        office.colleagueDeletes(gone);
        deletionShown().deleteAnyway();
        answerAll();
        deletionShown().leave();
        assertThat(workspace.rows().indexOf(gone)).isEqualTo(-1);
        otherIsUntouchedAnd();
    }

    @Test
    void keepingARecordInsteadOfDeletingItDoesNotShowItInPlaceOfTheOther() {
        RecordKey kept = deletionOfAChangedRecord();
        deletionShown().leave();
        assertThat(shownInRow(kept)).isEqualTo(Value.of("Breda"));
        otherIsUntouchedAnd();
    }

    @Test
    void aRefreshOfTheRecordLeftBehindIsDropped() {
        go(LEFT);
        workspace.edit().refresh();
        goAndType();
        office.colleagueSets(LEFT, "city", Value.of("Breda"));
        answerAll();
        otherIsUntouchedAnd();
        assertThat(workspace.edit().message().get().sentence()).isEmpty();
    }

    @Test
    void aRefreshThatFindsTheRecordLeftBehindDeletedIsDropped() {
        RecordKey gone = office.newCustomer();
        go(gone);
        workspace.edit().refresh();
        goAndType();
        office.colleagueDeletes(gone);
        answerAll();
        otherIsUntouchedAnd();
    }

    @Test
    void leavingWaitsForAWriteAndThenAsksNothing() {
        editAndSave(LEFT, "city", "Utrecht");
        List<String> end = leave();
        assertThat(workspace.isFree()).isFalse();
        assertThat(end).isEmpty();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        answerAll();
        assertThat(end).containsExactly("left");
        assertThat(office.value(LEFT, "city")).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void leavingAsksAboutARecordWhoseSaveWasRejectedMeanwhile() {
        editAndSave(LEFT, "email", "no address");
        List<String> end = leave();
        answerAll();
        assertThat(end).isEmpty();
        assertThat(((Question.Unsaved) workspace.prompt().question().get()).records())
                .singleElement()
                .asString()
                .startsWith("Customer Koffiehuis Mulder");
    }

    @Test
    void whoIsLeavingStaysWhenTheSaveRaisesAQuestion() {
        editAndSave(LEFT, "city", "Utrecht");
        List<String> end = leave();
        office.colleagueSets(LEFT, "city", Value.of("Breda"));
        answerAll();
        assertThat(end).containsExactly("stayed");
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.Merge.class);
    }

    @Test
    void pressingDeleteAgainWhileItIsCountedWhatRefersAsksOnce() {
        go(office.newCustomer());
        workspace.edit().delete();
        workspace.edit().delete();
        answerAll();
        shell.questions().shown().get().orElseThrow().answered();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.None.class);
    }

    @Test
    void leavingWaitsForADeletionAndOnlyTheLastToAskLeaves() {
        RecordKey gone = office.newCustomer();
        delete(gone);
        List<String> first = leave();
        List<String> second = leave();
        answerAll();
        assertThat(first).containsExactly("stayed");
        assertThat(second).containsExactly("left");
        assertThat(office.store.find(gone)).isEmpty();
    }

    private List<String> leave() {
        List<String> end = new ArrayList<>();
        workspace.leave(() -> end.add("left"), () -> end.add("stayed"));
        return end;
    }

    private ConflictModel conflict() {
        editAndSave(LEFT, "city", "Utrecht");
        office.colleagueSets(LEFT, "city", Value.of("Breda"));
        goAndType();
        answerAll();
        return conflictShown();
    }

    private ConflictModel conflictShown() {
        return ((Question.Merge) workspace.prompt().question().get()).model();
    }

    private RecordKey saveOfADeletedRecord() {
        RecordKey gone = office.newCustomer();
        editAndSave(gone, "city", "Utrecht");
        goAndType();
        office.colleagueDeletes(gone);
        answerAll();
        return gone;
    }

    private RecordKey deletionOfAChangedRecord() {
        RecordKey changed = office.newCustomer();
        delete(changed);
        goAndType();
        office.colleagueSets(changed, "city", Value.of("Breda"));
        answerAll();
        return changed;
    }

    private DeletionModel deletionShown() {
        return ((Question.Deletion) workspace.prompt().question().get()).model();
    }

    private void delete(RecordKey key) {
        go(key);
        workspace.edit().delete();
        // What refers to it is counted before anybody is asked.
        background.removeLast().run();
        Question.Delete question =
                (Question.Delete) workspace.prompt().question().get();
        shell.questions().shown().get().orElseThrow().answered();
        question.yes().run();
    }

    private void newRecord(String country) {
        workspace.edit().newRecord();
        type("name", "Teestube Süd");
        type("street", "Hafenweg 3");
        type("city", "Kiel");
        type("country_code", country);
    }

    private void editAndSave(RecordKey key, String column, String text) {
        go(key);
        type(column, text);
        workspace.edit().save();
        assertThat(background).hasSize(1);
    }

    /** Goes to the other record while the write is under way, and types there. */
    private void goAndType() {
        go(OPEN);
        type("city", "Gouda");
    }

    /** Goes to a record: what that reads is read before the write under way ends. */
    private void go(RecordKey key) {
        int before = background.size();
        workspace.shown().open(key);
        while (background.size() > before) {
            background.removeLast().run();
        }
        assertThat(workspace.shown().openKey()).contains(key);
    }

    private void answerAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    /** The other record is in the form and selected, with what was typed there; besides it, only some are unsaved. */
    private void otherIsUntouchedAnd(RecordKey... unsaved) {
        assertThat(workspace.shown().openKey()).contains(OPEN);
        assertThat(workspace.edit().title().get()).startsWith("Customer Goldberg");
        assertThat(workspace.rows().selected().get()).contains(OPEN);
        assertThat(workspace.rows().indexOf(OPEN)).isNotNegative();
        assertThat(field("city").value().get()).isEqualTo(Value.of("Gouda"));
        assertThat(workspace.edit().draft().get().orElseThrow().changes().values())
                .containsOnlyKeys("city");
        List<RecordKey> all = new ArrayList<>(List.of(unsaved));
        all.add(OPEN);
        assertThat(workspace.pending().unsaved())
                .map(edit -> edit.key().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private PendingEdit edit(RecordKey key) {
        return workspace.pending().find(key).orElseThrow();
    }

    private void type(String column, String text) {
        field(column).value().set(Value.of(text));
    }

    private FieldModel field(String column) {
        return workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private Value shownInRow(RecordKey key) {
        return workspace.rows().rows().get(workspace.rows().indexOf(key)).get("city");
    }

    /** The row the database holds under a name. */
    private Row row(String name) {
        return workspace.rows().rows().stream()
                .filter(row -> row.get("name").equals(Value.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private static RecordKey customer(long id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
