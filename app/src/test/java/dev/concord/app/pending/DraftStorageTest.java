package dev.concord.app.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.FoundDraft;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.merge.Choice;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits are on the disk a fifth of a second after the first keystroke that is not. */
class DraftStorageTest {
    private static final Column CITY = PendingEditsTest.CITY;
    private static final Column PHONE = PendingEditsTest.PHONE;
    private static final Table TABLE = PendingEditsTest.TABLE;

    @TempDir
    Path root;

    private final Queue<Runnable> due = new ArrayDeque<>();
    private final Queue<Duration> waits = new ArrayDeque<>();
    private final Work work = Work.of(
            Runnable::run,
            Runnable::run,
            (after, task) -> {
                waits.add(after);
                due.add(task);
            },
            fault -> {
                throw new IllegalStateException(fault);
            });

    private DraftFolder folder() {
        return new DraftArchive(root, Sealing.PLAIN).of(new DraftedDatabase("ab12", "Shop", "shop", ""));
    }

    private DraftStorage storage() {
        return new DraftStorage(folder().begin(), edit -> "Customer", work, Texts.of(Locale.UK));
    }

    @Test
    void nothingStaysUnwrittenForAFifthOfASecondHoweverLongSomebodyTypes() throws IOException {
        DraftStorage storage = storage();
        PendingEdit edit = new PendingEdits(storage).open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "U");
        type(edit, CITY, "Ul");
        assertThat(waits).containsExactly(Duration.ofMillis(200));
        due.remove().run();
        type(edit, CITY, "Ulm");
        assertThat(waits).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
        storage.session().close();
        due.remove().run();
        assertThat(found().getFirst().draft().draft()).isEqualTo(edit.draft());
    }

    @Test
    void whatIsClosedIsWrittenFirst() throws IOException {
        DraftStorage storage = storage();
        PendingEdit edit = new PendingEdits(storage).open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        AtomicInteger closed = new AtomicInteger();
        storage.close(closed::incrementAndGet);
        assertThat(closed).hasValue(1);
        assertThat(found().getFirst().draft().draft()).isEqualTo(edit.draft());
    }

    @Test
    void textsThatAreNoValueNewRecordsAndDecisionsComeBack() throws IOException {
        DraftStorage storage = storage();
        PendingEdits pending = new PendingEdits(storage);
        PendingEdit edit = pending.open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        edit.type(PHONE, new FieldInput(Value.ofNull(), "x?"));
        Resolution decided = Resolution.of(
                        RecordMerge.of(TABLE, edit.draft(), row(1, "Kiel"), Set.of(), MergeRules.DEFAULT))
                .choose("city", new Choice.Typed(Value.of("Bern")));
        edit.keep(decided);
        PendingEdit fresh = pending.begin(TABLE, Draft.newRow(TABLE.id()));
        type(fresh, CITY, "Rom");
        edit.queue(true);
        storage.close(() -> {});

        PendingEdits later = new PendingEdits();
        for (FoundDraft one : found()) {
            KeptDraft kept = one.draft();
            Optional<Resolution> decisions =
                    kept.decisions().map(d -> DecisionMemory.restored(d, TABLE, Set.of(), MergeRules.DEFAULT));
            assertThat(later.resume(TABLE, kept, decisions)).isPresent();
            assertThat(later.resume(TABLE, kept, decisions).isPresent())
                    .as("only a new record could be resumed twice")
                    .isEqualTo(kept.draft().base().isEmpty());
        }
        PendingEdit back = later.find(key(1)).orElseThrow();
        assertThat(back.draft()).isEqualTo(edit.draft());
        assertThat(back.state().get().unreadable()).isEqualTo(edit.state().get().unreadable());
        assertThat(back.decisions()).contains(decided);
        assertThat(later.unsaved().stream().map(PendingEdit::draft)).contains(fresh.draft());
        assertThat(found().stream().filter(one -> one.draft().queued())).hasSize(1);
    }

    @Test
    void aSavedEditIsGoneAndATypedBackOneToo() throws IOException {
        DraftStorage storage = storage();
        PendingEdits pending = new PendingEdits(storage);
        PendingEdit saved = pending.open(TABLE, row(1, "Bonn"));
        PendingEdit back = pending.open(TABLE, row(2, "Bonn"));
        type(saved, CITY, "Ulm");
        type(back, CITY, "Ulm");
        storage.flush(kept -> assertThat(kept).isTrue());
        saved.settle(saved.draft(), row(1, "Ulm"));
        type(back, CITY, "Bonn");
        storage.close(() -> {});
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsTypedWhileASaveRunsStays() throws IOException {
        DraftStorage storage = storage();
        PendingEdit edit = new PendingEdits(storage).open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        Draft sent = edit.draft();
        type(edit, PHONE, "1");
        edit.settle(sent, row(1, "Ulm"));
        storage.close(() -> {});
        assertThat(found().getFirst().draft().draft()).isEqualTo(edit.draft());
        assertThat(edit.draft().changes()).isEqualTo(Row.of("phone", Value.of("1")));
    }

    @Test
    void aRevertedOrDroppedEditIsDiscardedAndCanBeRestored() throws IOException {
        DraftStorage storage = storage();
        PendingEdits pending = new PendingEdits(storage);
        PendingEdit reverted = pending.open(TABLE, row(1, "Bonn"));
        PendingEdit dropped = pending.open(TABLE, row(2, "Bonn"));
        type(reverted, CITY, "Ulm");
        type(dropped, CITY, "Kiel");
        Draft typed = reverted.draft();
        reverted.discard();
        pending.drop(dropped);
        storage.close(() -> {});
        assertThat(found()).hasSize(2).allMatch(one -> one.discarded().isPresent());
        assertThat(found().stream().map(one -> one.draft().draft())).contains(typed, dropped.draft());
    }

    @Test
    void undoingARevertMakesItUnsavedAgain() throws IOException {
        DraftStorage storage = storage();
        PendingEdit edit = new PendingEdits(storage).open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        edit.discard();
        edit.undo();
        storage.close(() -> {});
        assertThat(found()).hasSize(1).allMatch(one -> one.discarded().isEmpty());
    }

    @Test
    void aDiskThatCannotBeWrittenIsSaidAtOnceAndTriedAgainUntilItCan() throws IOException {
        Path blocked = Files.writeString(root.resolve("ab12"), "a file where the folder should be");
        DraftStorage storage = storage();
        PendingEdit edit = new PendingEdits(storage).open(TABLE, row(1, "Bonn"));
        type(edit, CITY, "Ulm");
        due.remove().run();
        assertThat(storage.problem().get()).startsWith("Your typing cannot be kept on the disk: ");
        due.remove().run();
        storage.flush(kept -> assertThat(kept).isFalse());
        assertThat(storage.problem().get()).isNotEmpty();
        Files.delete(blocked);
        List.copyOf(due).forEach(Runnable::run);
        assertThat(storage.problem().get()).isEmpty();
        storage.close(() -> {});
        assertThat(found().getFirst().draft().draft()).isEqualTo(edit.draft());
    }

    private List<FoundDraft> found() throws IOException {
        return folder().look(Instant.now()).drafts();
    }

    private static void type(PendingEdit edit, Column column, String text) {
        edit.type(column, new FieldInput(Value.of(text), ""));
    }

    private static Snapshot row(int id, String city) {
        Row row = Row.of("id", Value.of(id)).with("city", Value.of(city)).with("phone", Value.ofNull());
        return new Snapshot(key(id), row, Optional.empty(), Instant.EPOCH);
    }

    private static RecordKey key(int id) {
        return new RecordKey(TABLE.id(), Row.of("id", Value.of(id)));
    }
}
