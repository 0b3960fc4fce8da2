package dev.concord.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.catalog.TableId;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.Sealing;
import dev.concord.merge.Choice;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.Merging;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved work that a window has left, as the next one finds it. */
class RecoveryModelTest {
    private final Office office = new Office();
    private final List<ShellModel> shells = new ArrayList<>();

    private boolean killed;

    @TempDir
    Path root;

    /** Where the program is at home that is started after one was killed. */
    @TempDir
    Path after;

    @AfterEach
    void close() {
        shells.forEach(ShellModel::close);
        office.close();
    }

    @Test
    void anEditOfAWindowThatIsGoneIsOfferedAndContinued() {
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "city", "Utrecht");
        field(first, "credit_limit").unreadable().set("about a thousand");
        end();

        WorkspaceModel second = start();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(recovery.announcement().get())
                .startsWith("Unsaved work from ")
                .contains("Koffiehuis");
        assertThat(states(recovery)).containsExactly(RowState.UNCHANGED);
        recovery.continueAll();
        assertThat(second.shown().openKey()).contains(customer(1003));
        assertThat(field(second, "city").value().get()).isEqualTo(Value.of("Utrecht"));
        assertThat(field(second, "credit_limit").unreadable().get()).isEqualTo("about a thousand");
        assertThat(second.unsaved()).hasSize(1);
        assertThat(recovery.announcement().get()).isEmpty();
        field(second, "credit_limit").unreadable().set("");
        second.edit().save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        end();
        assertThat(start().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void aDeletionThatIsNotSavedIsContinuedUnlessTheRowIsGone() {
        RecordKey unwanted = office.newCustomer();
        RecordKey gone = office.newCustomer();
        WorkspaceModel first = start();
        for (RecordKey key : List.of(unwanted, gone)) {
            first.shown().open(key);
            first.pending().find(key).orElseThrow().delete(true);
        }
        end();
        office.colleagueDeletes(gone);
        WorkspaceModel second = start();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.UNCHANGED);
        assertThat(new RecoveryText(Office.TEXTS).detail(recovery.offers().getFirst(), false))
                .startsWith("Marked to be deleted");
        recovery.continueAll();
        assertThat(second.pending().find(unwanted).orElseThrow().state().get().deleted())
                .isTrue();
        second.save();
        assertThat(office.store.find(unwanted)).isEmpty();
        assertThat(second.unsaved()).isEmpty();
        end();
        assertThat(start().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void whatTheDatabaseHoldsByThenIsSaid() throws Exception {
        RecordKey deleted = office.newCustomer();
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "city", "Utrecht");
        first.shown().open(deleted);
        type(first, "city", "Lund");
        select(first, 1004);
        type(first, "city", "Delft");
        first.edit().newRecord();
        type(first, "name", "Teestube");
        select(first, 1005);
        type(first, "city", "Gent");
        end();
        office.colleagueSets(customer(1003), "phone", Value.of("1"));
        office.colleagueDeletes(deleted);
        office.colleagueSets(customer(1005), "city", Value.of("Gent"));

        WorkspaceModel second = start();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(states(recovery))
                .as("what the database holds already is no unsaved work")
                .containsExactly(RowState.CHANGED, RowState.DELETED, RowState.UNCHANGED, RowState.NEW);
        recovery.continueAll();
        assertThat(second.unsaved()).hasSize(4);

        select(second, 1003);
        second.edit().save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(office.value(customer(1003), "phone")).isEqualTo(Value.of("1"));
        second.shown().open(second.pending().find(deleted).orElseThrow());
        second.edit().save();
        assertThat(second.prompt().question().get()).isInstanceOf(Question.Deletion.class);
    }

    @Test
    void aColumnOrATableThatIsGoneIsSaidAndNothingIsLost() throws Exception {
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "phone", "123");
        end();
        try (Connection connection = office.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table \"customer\" drop column \"phone\"");
        }
        office.store.catalog().forget(customer(1003).table());
        RecoveryModel recovery = start().recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.COLUMN_GONE);
        recovery.continueAll();
        assertThat(recovery.offers()).hasSize(1);
    }

    @Test
    void decisionsBegunInAMergeAreContinued() {
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "city", "Utrecht");
        type(first, "phone", "1");
        office.colleagueSets(customer(1003), "city", Value.of("Delft"));
        office.colleagueSets(customer(1003), "phone", Value.of("2"));
        first.edit().save();
        merge(first).choose("city", new Choice.Mine());
        // The program ends in the middle of the merge.
        end();

        WorkspaceModel second = start();
        second.recovery().orElseThrow().continueAll();
        second.edit().save();
        ConflictModel merge = merge(second);
        assertThat(merge.resolution().get().choices()).containsOnlyKeys("city").containsValue(new Choice.Mine());
        merge.choose("phone", new Choice.Theirs());
        merge.save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(office.value(customer(1003), "phone")).isEqualTo(Value.of("2"));
    }

    @Test
    void theQueueOfABulkSaveIsContinued() {
        WorkspaceModel first = start();
        for (int id : List.of(1003, 1004)) {
            select(first, id);
            type(first, "city", "Utrecht");
        }
        first.saveAll();
        end();
        WorkspaceModel second = start();
        second.recovery().orElseThrow().continueAll();
        assertThat(second.unsaved()).hasSize(2);
        assertThat(second.prompt().notice().get().offers()).hasSize(1);
        second.prompt().notice().get().offers().getFirst().action().run();
        assertThat(second.prompt().question().get()).isInstanceOf(Question.SaveAll.class);
    }

    @Test
    void whatIsDiscardedIsRestoredAndWhatIsPutOffIsOfferedAgain() {
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "city", "Utrecht");
        select(first, 1004);
        type(first, "city", "Delft");
        end();

        RecoveryModel recovery = start().recovery().orElseThrow();
        recovery.discard(List.of(recovery.offers().getFirst()));
        assertThat(recovery.offers()).filteredOn(Offer::isDiscarded).hasSize(1);
        assertThat(recovery.announcement().get()).contains("Goldberg").doesNotContain("Koffiehuis");
        recovery.later();
        assertThat(recovery.announcement().get()).isEmpty();
        end();

        WorkspaceModel third = start();
        RecoveryModel again = third.recovery().orElseThrow();
        assertThat(again.announcement().get()).contains("Goldberg");
        again.resume(again.offers().stream().filter(Offer::isDiscarded).toList());
        assertThat(third.shown().openKey()).contains(customer(1003));
        assertThat(field(third, "city").value().get()).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void aRecordThatIsBeingEditedIsNotContinuedOverThatEdit() {
        WorkspaceModel first = start();
        select(first, 1003);
        type(first, "city", "Utrecht");
        end();
        WorkspaceModel second = start();
        RecoveryModel recovery = second.recovery().orElseThrow();
        select(second, 1003);
        type(second, "city", "Gent");
        recovery.continueAll();
        assertThat(field(second, "city").value().get()).isEqualTo(Value.of("Gent"));
        assertThat(recovery.offers()).hasSize(1).allMatch(recovery::isUnderWay);
    }

    @Test
    void closingKeepsForLaterWithoutALoss() {
        ShellModel shell = shell();
        WorkspaceModel first = shell.opened().get().orElseThrow().workspace();
        select(first, 1003);
        type(first, "city", "Utrecht");
        List<String> told = new ArrayList<>();
        shell.leave(() -> told.add("left"), () -> told.add("stayed"));
        Question.Unsaved asked = (Question.Unsaved) first.prompt().question().get();
        asked.keep().orElseThrow().run();
        assertThat(told).containsExactly("left");
        end();
        assertThat(states(start().recovery().orElseThrow())).containsExactly(RowState.UNCHANGED);
    }

    @Test
    void whatIsDiscardedWhenTheWindowIsLeftCanBeRestored() {
        ShellModel shell = shell();
        WorkspaceModel first = shell.opened().get().orElseThrow().workspace();
        select(first, 1003);
        type(first, "city", "Utrecht");
        shell.leave(() -> {}, () -> {});
        ((Question.Unsaved) first.prompt().question().get()).discard().run();
        end();
        RecoveryModel recovery = start().recovery().orElseThrow();
        assertThat(recovery.announcement().get()).isEmpty();
        assertThat(recovery.offers()).hasSize(1).allMatch(Offer::isDiscarded);
    }

    @Test
    void aWindowThatShowsTheDatabaseAgainIsOfferedWhatItHasLeft() {
        ShellModel shell = shell();
        WorkspaceModel first = shell.opened().get().orElseThrow().workspace();
        select(first, 1003);
        type(first, "city", "Utrecht");
        office.showIn(shell, Optional.of("customer"), Optional.empty());
        WorkspaceModel second = shell.opened().get().orElseThrow().workspace();
        assertThat(states(second.recovery().orElseThrow())).containsExactly(RowState.UNCHANGED);
    }

    @Test
    void editsThatGoOnInTheSameWindowAreNotOfferedThereAndAreKeptOnce() {
        ShellModel shell = shell();
        WorkspaceModel first = shell.opened().get().orElseThrow().workspace();
        select(first, 1003);
        type(first, "city", "Utrecht");
        office.showAgainIn(shell);
        WorkspaceModel second = shell.opened().get().orElseThrow().workspace();
        assertThat(second.unsaved()).hasSize(1);
        second.recovery().orElseThrow().look();
        assertThat(second.recovery().orElseThrow().offers()).isEmpty();
        type(second, "city", "Lund");
        end();
        WorkspaceModel third = start();
        RecoveryModel recovery = third.recovery().orElseThrow();
        assertThat(recovery.offers()).hasSize(1);
        recovery.continueAll();
        assertThat(field(third, "city").value().get()).isEqualTo(Value.of("Lund"));
        third.edit().save();
        end();
        assertThat(start().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void aNewRecordWhoseProgramWasKilledAfterItsCommitIsNotOfferedAsIfItWereNotSaved() throws IOException {
        WorkspaceModel first = startToBeKilled();
        first.edit().newRecord();
        type(first, "name", "Teestube");
        type(first, "city", "Utrecht");
        type(first, "street", "Oudegracht 1");
        type(first, "country_code", "NL");
        killed = true;
        first.edit().save();

        WorkspaceModel second = startAfterKill();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.MAYBE_SAVED);
        Offer offer = recovery.offers().getFirst();
        RecordKey saved = offer.row().orElseThrow().key();
        assertThat(office.value(saved, "name")).isEqualTo(Value.of("Teestube"));
        assertThat(new RecoveryText(Office.TEXTS).detail(offer, false)).contains("record " + saved.label());
        recovery.continueAll();
        assertThat(second.unsaved()).as("somebody has to look first").isEmpty();
        recovery.resume(List.of(offer));
        assertThat(second.unsaved()).hasSize(1);
        end();
        assertThat(states(startAgain().recovery().orElseThrow()))
                .as("continued, and left again without another answer")
                .containsExactly(RowState.MAYBE_SAVED);
    }

    @Test
    void aNewRecordWhoseProgramWasKilledBeforeItWasInsertedIsOffered() throws IOException {
        WorkspaceModel first = startToBeKilled();
        first.edit().newRecord();
        type(first, "name", "Teestube");
        killed = true;
        // The database refuses it: there is no city.
        first.edit().save();
        RecoveryModel recovery = startAfterKill().recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.NEW);
        recovery.continueAll();
        assertThat(recovery.offers()).isEmpty();
    }

    @Test
    void aNewRecordIsRecognisedByTheKeyThatWasTyped() throws IOException {
        WorkspaceModel first = startToBeKilled("country");
        first.edit().newRecord();
        type(first, "code", "XX");
        type(first, "name", "Nowhere");
        killed = true;
        first.edit().save();
        assertThat(office.store.find(new RecordKey(new TableId("PUBLIC", "country"), Row.of("code", Value.of("XX")))))
                .as("the insert has arrived")
                .isPresent();
        assertThat(startAfterKill().recovery().orElseThrow().offers()).isEmpty();
        assertThat(startAgain().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void whatWasTypedAfterASaveThatArrivedGoesOnOnTheSavedRow() throws IOException {
        WorkspaceModel first = startToBeKilled();
        select(first, 1003);
        type(first, "city", "Utrecht");
        killed = true;
        first.edit().save();
        type(first, "city", "Utrecht-Noord");
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));

        WorkspaceModel second = startAfterKill();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.PARTLY_SAVED);
        recovery.continueAll();
        second.edit().save();
        assertThat(second.prompt().question().get())
                .as("no conflict with oneself")
                .isInstanceOf(Question.None.class);
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht-Noord"));
        end();
        assertThat(startAgain().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void anUpdateThatArrivedIsNotOfferedAtAll() throws IOException {
        WorkspaceModel first = startToBeKilled();
        select(first, 1003);
        type(first, "city", "Utrecht");
        killed = true;
        first.edit().save();
        assertThat(startAfterKill().recovery().orElseThrow().offers()).isEmpty();
    }

    @Test
    void aSumOfABulkSaveThatArrivedIsNotAddedAgain() throws IOException {
        office.mergeBy(Merging.DEFAULT.with(
                Office.PRODUCT.table(),
                MergeRules.DEFAULT.with("stock", ColumnRule.of(Form.WHOLE).adding(Adding.AUTOMATIC))));
        RecordKey other = new RecordKey(Office.PRODUCT.table(), Row.of("id", Value.of(6)));
        long before = Long.parseLong(office.value(Office.PRODUCT, "stock").text());
        WorkspaceModel first = startToBeKilled("product");
        for (RecordKey product : List.of(Office.PRODUCT, other)) {
            first.shown().open(product);
            field(first, "stock").value().set(Value.of(before + 2));
        }
        office.colleagueSets(Office.PRODUCT, "stock", Value.of(before + 10));
        first.saveAll();
        killed = true;
        ((Question.SaveAll) first.prompt().question().get()).model().start();
        assertThat(office.value(Office.PRODUCT, "stock")).isEqualTo(Value.of(before + 12));

        WorkspaceModel second = startAfterKill();
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(states(recovery)).containsExactly(RowState.MAYBE_SAVED);
        recovery.continueAll();
        assertThat(second.unsaved()).isEmpty();
    }

    /** As on a disk that is full after the first of them. */
    @Test
    void whatCouldNotBeTakenOverStaysAndTheRestIsContinued() throws IOException {
        WorkspaceModel first = start();
        for (int id : List.of(1003, 1004)) {
            select(first, id);
            type(first, "city", "Utrecht");
            end();
            first = start();
        }
        WorkspaceModel second = first;
        RecoveryModel recovery = second.recovery().orElseThrow();
        assertThat(recovery.offers()).hasSize(2);
        Path file = fileOf("1004");
        // Nothing can take the place of a folder that is not empty, so that file cannot be changed.
        Path blocked = Files.createDirectories(
                file.resolveSibling(file.getFileName() + ".new").resolve("x"));
        recovery.continueAll();
        assertThat(second.unsaved()).as("the one that could be written").hasSize(1);
        assertThat(recovery.offers())
                .singleElement()
                .satisfies(left -> assertThat(left.draft().title()).contains("Goldberg"));
        assertThat(recovery.announcement().get()).endsWith("It stays where it is; try again.");
        Files.delete(blocked);
        recovery.continueAll();
        assertThat(second.unsaved()).hasSize(2);
        assertThat(recovery.offers()).isEmpty();
    }

    private Path fileOf(String record) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("ab12"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".drafts")).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(record)) {
                    return file;
                }
            }
        }
        throw new AssertionError("No file of " + record);
    }

    /** The other side of the notes: a save that is answered leaves none. */
    @Test
    void aRecordThatIsRefusedAndTypedOnIsAnOrdinaryNewRecord() {
        WorkspaceModel first = start();
        first.edit().newRecord();
        type(first, "name", "Teestube");
        first.edit().save();
        type(first, "city", "Utrecht");
        end();
        RecoveryModel recovery = start().recovery().orElseThrow();
        assertThat(recovery.offers().getFirst().draft().sending()).isEmpty();
        assertThat(states(recovery)).containsExactly(RowState.NEW);
    }

    /** A program whose window hears nothing any more once it is {@link #killed}, while the database answers. */
    private WorkspaceModel startToBeKilled() {
        return startToBeKilled("customer");
    }

    private WorkspaceModel startToBeKilled(String table) {
        keepIn(root);
        Work dying = Work.of(
                Runnable::run,
                answer -> {
                    if (!killed) {
                        answer.run();
                    }
                },
                fault -> {
                    throw new IllegalStateException(fault);
                });
        ShellModel shell = new ShellModel(dying, Office.TEXTS);
        office.showIn(shell, Optional.of(table), Optional.empty());
        return shell.opened().get().orElseThrow().workspace();
    }

    /** What is on the disk at that moment is all that the next program finds. */
    private WorkspaceModel startAfterKill() throws IOException {
        Path from = root.resolve("ab12");
        Path to = Files.createDirectories(after.resolve("ab12"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return startAgain();
    }

    private WorkspaceModel startAgain() {
        keepIn(after);
        ShellModel shell = office.shellAtOnce(Optional.of("customer"), Optional.empty());
        shells.add(shell);
        return shell.opened().get().orElseThrow().workspace();
    }

    private void keepIn(Path folder) {
        office.keepDrafts(
                new DraftArchive(folder, Sealing.PLAIN).of(new DraftedDatabase("ab12", "Office", "office", "")));
    }

    private static List<RowState> states(RecoveryModel recovery) {
        return recovery.offers().stream().map(Offer::state).toList();
    }

    /** Another start of the program. */
    private WorkspaceModel start() {
        return shell().opened().get().orElseThrow().workspace();
    }

    private ShellModel shell() {
        keepIn(root);
        ShellModel shell = office.shellAtOnce(Optional.of("customer"), Optional.empty());
        shells.add(shell);
        return shell;
    }

    /** The window is closed by the system: nothing is asked. */
    private void end() {
        shells.removeLast().close();
    }

    private static ConflictModel merge(WorkspaceModel workspace) {
        return ((Question.Merge) workspace.prompt().question().get()).model();
    }

    private static void select(WorkspaceModel workspace, long id) {
        workspace.rows().select(Optional.of(customer(id)));
    }

    private static void type(WorkspaceModel workspace, String column, String text) {
        field(workspace, column).value().set(Value.of(text));
    }

    private static FieldModel field(WorkspaceModel workspace, String column) {
        return workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static RecordKey customer(long id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
