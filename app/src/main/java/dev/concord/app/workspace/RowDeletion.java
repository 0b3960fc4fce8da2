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
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
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

    /** Marks the records selected; where all of them are marked already, keeps them. Rows that are not loaded are read first. */
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
        switch (selected.get().rows()) {
            case CellRectangle.RowRange range when range.complete() -> mark(table.get(), keys(range.loaded()));
            case CellRectangle.RowRange range ->
                read(
                        table.get(),
                        rows.from(range.first().row()),
                        range.first().key(),
                        range.last().key());
            case CellRectangle.EveryRow _ ->
                rows.scope().get().ifPresent(all -> read(table.get(), all, Optional.empty(), Optional.empty()));
        }
    }

    private List<RecordKey> keys(List<Row> loaded) {
        return loaded.stream().flatMap(row -> rows.keyOf(row).stream()).toList();
    }

    /**
     * Reads which rows are selected, and marks them.
     *
     * @param last the last one; empty, and a new record, for the last there is
     */
    private void read(Table table, PageRequest pages, Optional<RecordKey> first, Optional<RecordKey> last) {
        boolean toEnd = last.isEmpty() || last.flatMap(EditId.New::of).isPresent();
        List<RecordKey> fresh = toEnd
                ? keys(rows.shown().subList(rows.rows().size(), rows.shown().size()))
                : List.of();
        SelectedKeys selected = new SelectedKeys(table, pages, first, toEnd ? Optional.empty() : last, MOST);
        services.work()
                .read(
                        texts.get("shell.job.selected", table.id().name()),
                        () -> services.open().store().reading(selected::in),
                        outcome -> {
                            switch (outcome) {
                                case ReadOutcome.Read<Optional<List<RecordKey>>>(var found) ->
                                    found.ifPresentOrElse(
                                            keys -> mark(
                                                    table,
                                                    Stream.concat(keys.stream(), fresh.stream())
                                                            .toList()),
                                            () -> prompt.say(new Notice(texts.get("shell.mark.moved"))));
                                case ReadOutcome.Unreadable<Optional<List<RecordKey>>> why ->
                                    prompt.say(new Notice(new ReadText(texts).of(why)));
                            }
                        });
    }

    private void mark(Table table, List<RecordKey> all) {
        List<PendingEdit> begun = all.stream()
                .filter(key -> EditId.New.of(key).isPresent())
                .flatMap(key -> pending.find(key).stream())
                .filter(PendingEdit::dirty)
                .toList();
        List<RecordKey> keys =
                all.stream().filter(key -> EditId.New.of(key).isEmpty()).toList();
        if (keys.size() > MOST) {
            prompt.say(new Notice(texts.get("shell.mark.too-many", MOST)));
            return;
        }
        discard(begun);
        if (!keys.isEmpty() && keys.stream().allMatch(this::marked)) {
            keep(keys);
        } else if (!keys.isEmpty()) {
            look(table, keys.stream().filter(key -> !marked(key)).toList());
        }
    }

    /** Nothing is in the database of a new record. */
    private void discard(List<PendingEdit> begun) {
        if (!begun.isEmpty()) {
            pending.discard(begun);
            prompt.say(new Notice(texts.get("shell.mark.discarded", begun.size())));
        }
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
            delete(table, seen.found());
        } else {
            prompt.ask(new Question.DeleteMany(
                    seen.found().size(),
                    new DependentsText(texts).lines(seen.dependents()),
                    () -> delete(table, seen.found())));
        }
    }

    private void delete(Table table, List<Snapshot> found) {
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
