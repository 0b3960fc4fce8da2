package dev.concord.app.cells;

import dev.concord.app.cells.CellRectangle.EveryRow;
import dev.concord.app.cells.CellRectangle.RowRange;
import dev.concord.app.control.ReadText;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Copies what is selected: reads in the background what the grid does not have, writes it as text, and gives it to the clipboard.
 * Copying again abandons the copy under way. FX thread only.
 */
public final class CellCopy {
    private final CellSelection cells;
    private final Supplier<Optional<PageRequest>> every;
    private final Function<Row, PageRequest> from;
    private final PendingEdits pending;
    private final RecordStore store;
    private final Work work;
    private final Texts texts;
    private final Consumer<String> say;
    private final ReadOnlyBooleanWrapper copied = new ReadOnlyBooleanWrapper(this, "copied");
    private Optional<Job> job = Optional.empty();

    /**
     * @param every asks for all rows of the grid; empty when it shows no table
     * @param from asks for a row of the grid and those after it
     * @param say given one sentence about what could not be copied, and about what was when something else is selected by then
     */
    public CellCopy(
            CellSelection cells,
            Supplier<Optional<PageRequest>> every,
            Function<Row, PageRequest> from,
            PendingEdits pending,
            RecordStore store,
            Work work,
            Texts texts,
            Consumer<String> say) {
        this.cells = cells;
        this.every = every;
        this.from = from;
        this.pending = pending;
        this.store = store;
        this.work = work;
        this.texts = texts;
        this.say = say;
        cells.changes().subscribe(count -> copied.set(false));
    }

    /** Whether what is selected is on the clipboard. */
    public ReadOnlyBooleanProperty copied() {
        return copied.getReadOnlyProperty();
    }

    /**
     * Copies what is selected.
     *
     * @param clipboard given the text once it is there, later where rows have to be read
     */
    public void copy(CopyForm form, Consumer<CopiedText> clipboard) {
        Optional<CopySource> source =
                cells.rectangle().flatMap(selected -> every.get().map(all -> source(selected, all)));
        source.ifPresent(asked -> {
            job.ifPresent(Job::abandon);
            copied.set(false);
            int changes = cells.changes().get();
            job = Optional.of(work.read(
                    texts.get("copy.job", asked.pages().table().name()),
                    () -> store.reading(now -> new CellReader(now, asked, form).read()),
                    outcome -> {
                        switch (outcome) {
                            case ReadOutcome.Read<CopyOutcome>(CopyOutcome ended) ->
                                end(ended, clipboard, changes == cells.changes().get());
                            case ReadOutcome.Unreadable<CopyOutcome> why -> say.accept(new ReadText(texts).of(why));
                        }
                    }));
        });
    }

    private CopySource source(CellRectangle selected, PageRequest all) {
        PageRequest pages =
                switch (selected.rows()) {
                    case EveryRow _ -> all;
                    case RowRange range ->
                        range.complete() ? all : from.apply(range.first().row());
                };
        return new CopySource(selected, pages, edits(all.table()));
    }

    private Map<RecordKey, EditState> edits(TableId table) {
        Map<RecordKey, EditState> edits = new HashMap<>();
        for (PendingEdit edit : pending.unsaved()) {
            if (edit.table().id().equals(table)) {
                edits.put(edit.row(), edit.state().get());
            }
        }
        return edits;
    }

    private void end(CopyOutcome outcome, Consumer<CopiedText> clipboard, boolean still) {
        switch (outcome) {
            case CopyOutcome.Copied(CopiedText text, int rows, int gone) -> {
                clipboard.accept(text);
                copied.set(still);
                if (gone > 0) {
                    say.accept(texts.get("copy.gone", rows, gone));
                } else if (!still) {
                    say.accept(texts.get("copy.done", rows));
                }
            }
            case CopyOutcome.TooMany(long most) -> say.accept(texts.get("copy.too-many", CellReader.MOST_CELLS, most));
            case CopyOutcome.TooLong(int most) -> say.accept(texts.get("copy.too-long", most));
            case CopyOutcome.TooLarge(String column) -> say.accept(texts.get("copy.too-large", column));
            case CopyOutcome.Moved _ -> say.accept(texts.get("copy.moved"));
            case CopyOutcome.Unkeyed _ -> say.accept(texts.get("copy.unkeyed"));
            case CopyOutcome.Computed _ -> say.accept(texts.get("copy.computed"));
        }
    }
}
