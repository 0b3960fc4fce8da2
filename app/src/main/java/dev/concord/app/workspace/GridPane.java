package dev.concord.app.workspace;

import dev.concord.app.action.Action;
import dev.concord.app.browse.GridEdits;
import dev.concord.app.browse.RowsView;
import dev.concord.app.cells.CopyActions;
import dev.concord.app.control.Caption;
import dev.concord.app.paste.PasteActions;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** A grid with everything that is done at its cells: copying, changing many, references, and what concerns whole records. */
final class GridPane {
    private final RowsView view;
    private final ReferenceLinks references;
    private final Texts texts;
    private final List<Action> actions;

    /**
     * @param form edits a column of the current row in the form, which has more room
     * @param look shows a row that belongs to no record, because its table has no key
     * @param again reads the record of the selected row again
     * @param records what concerns whole records
     */
    GridPane(
            GridParts parts,
            WorkspaceModel model,
            Texts texts,
            Consumer<Column> form,
            Consumer<Row> look,
            Consumer<RecordKey> again,
            RecordActions records) {
        this.texts = texts;
        this.references = model.references();
        GridEdits edits = new GridEdits(
                model.pending(),
                parts.cells(),
                typed -> typed.ifPresentOrElse(parts.many()::setTo, parts.many()::setToNull),
                form,
                references);
        view = new RowsView(parts.rows(), parts.numbers(), texts, edits, look, again);
        CopyActions copying = new CopyActions(parts.copying(), texts);
        copying.listenTo(view.grid());
        view.offer(copying::entries);
        PasteActions many = new PasteActions(parts.many(), texts);
        many.listenTo(view.grid());
        records.listenTo(view.grid());
        view.offer(() -> Stream.concat(many.entries(), records.entries()));
        view.offer(() -> view.reference().stream().map(this::open));
        actions = Stream.of(copying.actions(), many.actions(), records.actions())
                .flatMap(List::stream)
                .toList();
    }

    /** The grid. */
    RowsView view() {
        return view;
    }

    /** What can be done with the cells that are selected. */
    List<Action> actions() {
        return actions;
    }

    private MenuItem open(ReferenceValues reference) {
        MenuItem open = new MenuItem(texts.get(
                "reference.open.menu", Caption.of(reference.reference().target().name())));
        open.setAccelerator(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN));
        open.setOnAction(chosen -> references.open().accept(reference));
        return open;
    }
}
