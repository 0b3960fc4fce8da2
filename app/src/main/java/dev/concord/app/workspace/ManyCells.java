package dev.concord.app.workspace;

import dev.concord.app.browse.NewRows;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CellRectangle;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.paste.PasteCommands;
import dev.concord.app.paste.PasteListener;
import dev.concord.app.paste.PasteModel;
import dev.concord.app.paste.PasteServices;
import dev.concord.app.paste.PasteTarget;
import dev.concord.app.paste.RowRun;
import dev.concord.app.paste.RowRun.ShownRow;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.util.Subscription;

/** Changes many cells at once, at what is selected in the grid, and shows each change before it is made. FX thread only. */
final class ManyCells implements PasteCommands {
    private final WorkspaceServices services;
    private final RowsModel rows;
    private final NewRows fresh;
    private final PendingEdits pending;
    private final Prompt prompt;
    private final Texts texts;
    private Subscription said = Subscription.EMPTY;

    ManyCells(WorkspaceServices services, RowsModel rows, NewRows fresh, PendingEdits pending, Prompt prompt) {
        this.services = services;
        this.rows = rows;
        this.fresh = fresh;
        this.pending = pending;
        this.prompt = prompt;
        this.texts = services.texts();
    }

    @Override
    public void paste(String text) {
        if (inEmptyRow()) {
            pasteAsNewRows(text);
            return;
        }
        begin(false, (target, listener) -> PasteModel.block(target, text, false, services(), listener));
    }

    private boolean inEmptyRow() {
        return rows.cells()
                .current()
                .flatMap(CurrentCell::key)
                .filter(fresh::isEmpty)
                .isPresent();
    }

    @Override
    public void pasteAsNewRows(String text) {
        begin(false, (target, listener) -> PasteModel.block(target, text, true, services(), listener));
    }

    @Override
    public void fillDown() {
        begin(true, (target, listener) -> PasteModel.fillDown(target, services(), listener));
    }

    @Override
    public void setMany() {
        begin(false, (target, listener) -> PasteModel.oneValue(target, services(), listener));
    }

    @Override
    public void setTo(String typed) {
        begin(false, (target, listener) -> PasteModel.typed(target, typed, services(), listener));
    }

    @Override
    public void setToNull() {
        begin(false, (target, listener) -> PasteModel.none(target, services(), listener));
    }

    @Override
    public void replace() {
        begin(false, (target, listener) -> PasteModel.replace(target, services(), listener));
    }

    private PasteServices services() {
        return new PasteServices(services.open().store(), pending, services.work(), texts);
    }

    /** @param above whether the row above is the first one where a single row is selected */
    private void begin(boolean above, BiFunction<PasteTarget, PasteListener, PasteModel> change) {
        Optional<Table> table = rows.table().get();
        if (prompt.isAsking() || table.isEmpty()) {
            return;
        }
        if (table.get().readOnlyReason().isPresent()) {
            say(texts.get("paste.cannot.record"), Optional.empty());
            return;
        }
        rows.cells()
                .rectangle()
                .ifPresentOrElse(
                        cells -> new ShownChange(listener -> change.apply(target(table.get(), cells, above), listener))
                                .start(),
                        () -> say(texts.get("paste.no-cell"), Optional.empty()));
    }

    private PasteTarget target(Table table, CellRectangle cells, boolean above) {
        List<Column> shown = rows.cells().columns();
        List<Column> fromFirst = shown.subList(shown.indexOf(cells.columns().getFirst()), shown.size());
        return new PasteTarget(
                EditableColumns.of(table, services.open().policies().of(table.id())),
                run(cells.rows(), above),
                fromFirst,
                cells.columns().size());
    }

    private RowRun run(CellRectangle.Rows selected, boolean above) {
        return switch (selected) {
            case CellRectangle.EveryRow _ ->
                new RowRun(
                        Optional.empty(),
                        List.of(),
                        rows.scope().get(),
                        fresh(0, Optional.empty()),
                        new RowRun.Every());
            case CellRectangle.RowRange range -> run(range, above);
        };
    }

    private RowRun run(CellRectangle.RowRange range, boolean above) {
        RecordKey first = range.first().key().orElseThrow();
        RecordKey last = range.last().key().orElseThrow();
        int index = rows.indexOf(first);
        if (index < 0) {
            return new RowRun(
                    Optional.of(first),
                    List.of(),
                    Optional.of(rows.from(range.first().row())),
                    fresh(0, Optional.of(last)),
                    new RowRun.Until(last));
        }
        int from = above && first.equals(last) && index > 0 ? index - 1 : index;
        List<ShownRow> loaded =
                rows.rows().stream().skip(from).flatMap(this::shown).toList();
        return new RowRun(
                rows.keyOf(rows.shown().get(from)),
                loaded,
                rows.further(),
                fresh(from, Optional.of(last)),
                new RowRun.Until(last));
    }

    /**
     * The rows of new records from an index on; the empty one only where it is selected.
     *
     * @param last the last row selected
     */
    private List<ShownRow> fresh(int from, Optional<RecordKey> last) {
        return rows.shown().stream()
                .skip(Math.max(from, rows.rows().size()))
                .flatMap(this::shown)
                .filter(row -> !fresh.isEmpty(row.key()) || last.equals(Optional.of(row.key())))
                .toList();
    }

    private Stream<ShownRow> shown(Row row) {
        return rows.keyOf(row).map(key -> new ShownRow(key, row)).stream();
    }

    private void say(String sentence, Optional<Runnable> undo) {
        List<Notice.Offer> offers = undo.map(back -> new Notice.Offer(texts.get("paste.undo"), back)).stream()
                .toList();
        Notice notice = new Notice(sentence, offers);
        prompt.say(notice);
        said.unsubscribe();
        // What is offered takes the last step back, and after another change that is another one.
        said = undo.isPresent()
                ? pending.changes().subscribe((before, now) -> prompt.unsay(notice))
                : Subscription.EMPTY;
    }

    /** One change, which is shown while it is looked at. */
    private final class ShownChange implements PasteListener {
        private final PasteModel model;
        private Optional<QuestionQueue.Asked> asked = Optional.empty();

        ShownChange(Function<PasteListener, PasteModel> change) {
            this.model = change.apply(this);
        }

        void start() {
            model.start();
        }

        @Override
        public void ask() {
            asked = Optional.of(prompt.ask(new Question.ManyCells(model)));
        }

        @Override
        public void ended() {
            asked.ifPresent(QuestionQueue.Asked::answered);
        }

        @Override
        public void say(String sentence, Optional<Runnable> undo) {
            ManyCells.this.say(sentence, undo);
        }
    }
}
