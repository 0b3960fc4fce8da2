package dev.concord.app.workspace;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CellRectangle;
import dev.concord.app.control.ReadText;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.catalog.Table;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.DependentRows.Dependents;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks the records of the selected rows to be deleted at the next save, or not any more. What refers to them is counted and
 * named first, in the background. FX thread only.
 */
final class RowDeletion {
    /** The most records marked at once: each is held in memory as it was read. */
    private static final int MOST = 5_000;

    private final WorkspaceServices services;
    private final RowsModel rows;
    private final PendingEdits pending;
    private final Prompt prompt;
    private final Texts texts;

    RowDeletion(WorkspaceServices services, RowsModel rows, PendingEdits pending, Prompt prompt) {
        this.services = services;
        this.rows = rows;
        this.pending = pending;
        this.prompt = prompt;
        this.texts = services.texts();
    }

    /**
     * The records as they are now.
     *
     * @param found those that are still there
     * @param dependents what refers to them
     */
    private record Seen(List<Snapshot> found, List<Dependents> dependents) {}

    /** Marks the records selected; where all of them are marked already, keeps them. */
    void mark() {
        Optional<Table> table = rows.table().get();
        Optional<CellRectangle> selected = rows.cells().rectangle();
        if (table.isEmpty() || selected.isEmpty()) {
            return;
        }
        if (table.get().readOnlyReason().isPresent()) {
            prompt.say(new Notice(
                    texts.get("shell.mark.read-only", table.get().id().name())));
            return;
        }
        List<RecordKey> all = keys(selected.get().rows());
        List<PendingEdit> begun = all.stream()
                .filter(key -> EditId.New.of(key).isPresent())
                .flatMap(key -> pending.find(key).stream())
                .filter(PendingEdit::dirty)
                .toList();
        List<RecordKey> keys =
                all.stream().filter(key -> EditId.New.of(key).isEmpty()).toList();
        discard(begun);
        if (keys.isEmpty() && !all.isEmpty()) {
            return;
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            prompt.say(new Notice(texts.get("shell.mark.too-many", MOST)));
        } else if (keys.stream().allMatch(this::marked)) {
            keep(keys);
        } else {
            look(table.get(), keys.stream().filter(key -> !marked(key)).toList());
        }
    }

    /** Nothing is in the database of a new record. */
    private void discard(List<PendingEdit> begun) {
        if (!begun.isEmpty()) {
            pending.discard(begun);
            prompt.say(new Notice(texts.get("shell.mark.discarded", begun.size())));
        }
    }

    /** The records of the rows; none where not all of them are loaded. */
    private List<RecordKey> keys(CellRectangle.Rows selected) {
        return switch (selected) {
            case CellRectangle.RowRange range
            when range.complete() ->
                range.loaded().stream().flatMap(row -> rows.keyOf(row).stream()).toList();
            case CellRectangle.RowRange _, CellRectangle.EveryRow _ -> List.of();
        };
    }

    private boolean marked(RecordKey key) {
        return pending.find(key).filter(edit -> edit.state().get().deleted()).isPresent();
    }

    private void look(Table table, List<RecordKey> keys) {
        services.work()
                .read(
                        texts.get(
                                "shell.job.dependents", keys.size(), table.id().name()),
                        () -> services.open().store().reading(from -> seen(from, table, keys)),
                        outcome -> {
                            switch (outcome) {
                                case ReadOutcome.Read<Seen>(Seen seen) -> seen(table, seen);
                                case ReadOutcome.Unreadable<Seen> why ->
                                    prompt.say(new Notice(new ReadText(texts).of(why)));
                            }
                        });
    }

    private static Seen seen(RecordStore from, Table table, List<RecordKey> keys) {
        List<Snapshot> found = List.copyOf(from.findAll(table.id(), keys).values());
        return new Seen(
                found,
                found.isEmpty()
                        ? List.of()
                        : from.dependents()
                                .of(
                                        table.id(),
                                        found.stream().map(Snapshot::row).toList()));
    }

    private void seen(Table table, Seen seen) {
        if (seen.found().isEmpty()) {
            prompt.say(new Notice(texts.get("shell.mark.gone")));
        } else if (seen.dependents().isEmpty()) {
            mark(table, seen.found());
        } else {
            prompt.ask(new Question.DeleteMany(
                    seen.found().size(),
                    new DependentsText(texts).lines(seen.dependents()),
                    () -> mark(table, seen.found())));
        }
    }

    private void mark(Table table, List<Snapshot> found) {
        pending.change(found.stream()
                .map(row -> RecordChange.deletion(table, row, true))
                .toList());
        List<RecordKey> keys = found.stream().map(Snapshot::key).toList();
        prompt.say(new Notice(
                texts.get("shell.mark.done", found.size()),
                List.of(new Notice.Offer(texts.get("shell.mark.keep"), () -> {
                    prompt.say(Notice.NONE);
                    keep(keys);
                }))));
    }

    private void keep(List<RecordKey> keys) {
        pending.change(keys.stream()
                .flatMap(key -> pending.find(key).stream())
                .flatMap(RowDeletion::kept)
                .toList());
    }

    private static Stream<RecordChange> kept(PendingEdit edit) {
        return edit.draft().base().stream().map(base -> RecordChange.deletion(edit.table(), base, false));
    }
}
