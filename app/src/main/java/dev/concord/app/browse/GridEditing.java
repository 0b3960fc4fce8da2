package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.inplace.CellEditModel;
import dev.concord.app.inplace.CellMove;
import dev.concord.app.inplace.CellTarget;
import dev.concord.app.inplace.EditStart;
import dev.concord.app.inplace.EditorHost;
import dev.concord.app.inplace.FloatingEditor;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Edits the grid's current cell: by typing, F2, Enter or a double click, as in spreadsheets. */
final class GridEditing implements EditorHost {
    private static final KeyCombination FROM_ABOVE =
            new KeyCodeCombination(KeyCode.QUOTE, KeyCombination.SHORTCUT_DOWN);

    private final RowsGrid grid;
    private final RowsModel model;
    private final CellSelection cells;
    private final EditedRows edited;
    private final GridScroll scroll;
    private final GridEdits edits;
    private final CellEditModel editing;
    private final FloatingEditor editor;
    /** The column where Tab was pressed first: Enter goes back there, one row below. */
    private Optional<String> tabbedFrom = Optional.empty();

    private boolean leaving;

    GridEditing(RowsGrid grid, RowsModel model, EditedRows edited, GridScroll scroll, GridEdits edits, Texts texts) {
        this.grid = grid;
        this.model = model;
        this.cells = model.cells();
        this.edited = edited;
        this.scroll = scroll;
        this.edits = edits;
        this.editing = edits.cells();
        this.editor = new FloatingEditor(editing, edits.references(), this, texts);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget() == grid && press(key)) {
                key.consume();
            }
        });
        grid.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            if (key.getTarget() == grid && type(key)) {
                key.consume();
            }
        });
        grid.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        // Without these, a focused grid gets nothing of what is composed from several keys.
        grid.setInputMethodRequests(new CellInput(this::belowCurrent));
        grid.setOnInputMethodTextChanged(this::compose);
        model.table().subscribe(table -> editing.forgive());
        cells.moves().subscribe(count -> {
            editing.forgive();
            if (!leaving) {
                tabbedFrom = Optional.empty();
            }
        });
    }

    /** What to put above the grid. */
    Node layer() {
        return editor.layer();
    }

    private void click(MouseEvent click) {
        boolean onCell = Stream.iterate(
                        click.getPickResult().getIntersectedNode(), node -> node != null, Node::getParent)
                .anyMatch(node -> node instanceof GridCell cell && cell.current());
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && onCell) {
            begin(EditStart.CONTENT);
            click.consume();
        }
    }

    /** What is composed from several keys, such as é, begins an edit once it is complete; it is shown until then. */
    private void compose(InputMethodEvent event) {
        String complete = event.getCommitted();
        editor.composing(
                event.getComposed().stream().map(InputMethodTextRun::getText).collect(Collectors.joining()));
        if (!complete.isEmpty() && begin(new EditStart.Typed(complete))) {
            event.consume();
        }
    }

    private Point2D belowCurrent() {
        Bounds cell = current().map(grid::sceneToLocal).orElseGet(grid::getLayoutBounds);
        return grid.localToScreen(cell.getMinX(), cell.getMaxY());
    }

    private boolean press(KeyEvent key) {
        if (FROM_ABOVE.match(key)) {
            copyFromAbove();
            return true;
        }
        if (key.getCode() == KeyCode.ENTER && key.isAltDown()) {
            return open();
        }
        if (key.isShortcutDown() || key.isAltDown() || key.isMetaDown() || key.isShiftDown()) {
            return false;
        }
        return switch (key.getCode()) {
            case F2, ENTER -> begin(EditStart.CONTENT);
            case BACK_SPACE -> begin(new EditStart.Typed(""));
            case DELETE -> clear();
            default -> false;
        };
    }

    /** Opens the record that the current cell leads to. */
    private boolean open() {
        Optional<ReferenceValues> leads = cells.current().flatMap(cell -> edited.reference(cell.row(), cell.column()));
        leads.ifPresent(edits.references().open());
        return leads.isPresent();
    }

    private boolean type(KeyEvent key) {
        String typed = key.getCharacter();
        boolean selects = typed.equals(" ") && (key.isShiftDown() || key.isShortcutDown());
        boolean command = selects || (key.isShortcutDown() && !key.isAltDown()) || key.isMetaDown();
        if (command || typed.isEmpty() || Character.isISOControl(typed.codePointAt(0))) {
            return false;
        }
        Optional<CellTarget> target = target();
        if (target.filter(cell -> cell.column().kind() == ValueKind.BOOLEAN).isPresent() && typed.equals(" ")) {
            return put(toggled(target.get().shown()));
        }
        return begin(new EditStart.Typed(typed));
    }

    /** Returns the other truth, in the type of the present value: SQLite keeps truths as 0 and 1. */
    private static Value toggled(Value shown) {
        return switch (shown) {
            case Value.Exact(BigDecimal number) -> Value.of(number.signum() == 0 ? 1 : 0);
            case Value.Bool(boolean truth) -> Value.of(!truth);
            default -> Value.of(true);
        };
    }

    private Optional<CellTarget> target() {
        return cells.current().flatMap(cell -> cell.key().map(key -> target(cell, key)));
    }

    private CellTarget target(CurrentCell cell, RecordKey key) {
        Value shown = edited.edited(cell.row()).get(cell.column().name());
        return new CellTarget(model.table().get().orElseThrow(), key, cell.column(), shown, Preview::cut);
    }

    private boolean begin(EditStart how) {
        Optional<CurrentCell> cell = cells.current();
        if (cell.isEmpty() || model.table().get().isEmpty()) {
            return false;
        }
        if (!editing.refuses(
                model.table().get().get(), cell.get().column(), cell.get().key())) {
            if (CellEditModel.inFormOnly(cell.get().column())) {
                edits.form().accept(cell.get().column());
            } else {
                target().ifPresent(target -> editor.begin(target, how));
            }
        }
        return true;
    }

    private boolean put(Value value) {
        target().ifPresent(target -> editing.put(target, value));
        return target().isPresent();
    }

    private boolean clear() {
        if (cells.single()) {
            return put(Value.ofNull());
        }
        edits.all().accept(Optional.empty());
        return true;
    }

    private void copyFromAbove() {
        int index = cells.currentIndex() - 1;
        if (index >= 0) {
            Row above = model.shown().get(index);
            model.keyOf(above).ifPresent(key -> target().ifPresent(target -> editing.copy(key, target)));
        }
    }

    @Override
    public Optional<Bounds> place(RecordKey key, Column column) {
        return scroll.rowsInSight().stream()
                .filter(row ->
                        row.getItem() != null && model.keyOf(row.getItem()).equals(Optional.of(key)))
                .flatMap(GridRow::cells)
                .filter(cell -> cell.column().equals(column.name()))
                .findFirst()
                .map(cell -> cell.localToScene(cell.getLayoutBounds()));
    }

    @Override
    public Optional<Bounds> current() {
        return target().flatMap(target -> place(target.key(), target.column()));
    }

    @Override
    public void reveal(RecordKey key, Column column) {
        int index = model.indexOf(key);
        if (index >= 0) {
            scroll.show(index);
        }
        grid.getVisibleLeafColumns().stream()
                .filter(shown -> shown instanceof ValueColumn value
                        && value.column().name().equals(column.name()))
                .findFirst()
                .ifPresent(scroll::show);
    }

    @Override
    public void fill(String typed) {
        grid.requestFocus();
        edits.all().accept(Optional.of(typed));
    }

    @Override
    public void leave(CellMove move) {
        grid.requestFocus();
        Optional<String> column = cells.current().map(cell -> cell.column().name());
        leaving = true;
        switch (move) {
            case NONE -> {}
            case UP -> cells.move(-1, 0);
            case LEFT -> cells.move(0, -1);
            case RIGHT -> cells.move(0, 1);
            case NEXT -> cells.step(true);
            case PREVIOUS -> cells.step(false);
            case DOWN -> {
                cells.move(1, 0);
                tabbedFrom.ifPresent(first -> cells.go(cells.currentIndex(), first));
            }
        }
        leaving = false;
        boolean tab = move == CellMove.NEXT || move == CellMove.PREVIOUS;
        tabbedFrom = tab ? tabbedFrom.or(() -> column) : Optional.empty();
    }
}
