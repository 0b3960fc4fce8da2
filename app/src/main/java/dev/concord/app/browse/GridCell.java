package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import dev.concord.record.Row;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One value in the grid, with marks behind what was looked for, and one in the corner of a value that is not saved. */
final class GridCell extends TableCell<Row, CellText> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass REQUIRED = PseudoClass.getPseudoClass("required");
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    /** In the selected rectangle, but not the current cell. */
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** The size of the mark of a value that is not saved, in pixels. */
    private static final double CORNER = 7;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final String column;
    private final CellSelection cells;
    private final Supplier<List<String>> looked;
    private final HitMarks marks = new HitMarks();
    private final Region corner = new Region();
    private List<String> hits = List.of();
    private boolean unsaved;

    /** @param looked returns the texts that were looked for in the column */
    GridCell(String column, CellSelection cells, Supplier<List<String>> looked) {
        this.column = column;
        this.cells = cells;
        this.looked = looked;
        getStyleClass().add("value-cell");
        corner.getStyleClass().add("change-mark");
        corner.setManaged(false);
        corner.setMouseTransparent(true);
        // Cells of columns out of sight are taken out of their rows, and nobody tells them of edits and names
        // meanwhile.
        parentProperty().subscribe((was, parent) -> {
            if (parent != null) {
                updateIndex(getIndex());
            }
        });
    }

    /** The name of the column. */
    String column() {
        return column;
    }

    /** Whether this is the current cell. */
    boolean current() {
        return !isEmpty() && cells.isCurrent(getIndex(), column);
    }

    /** Shows whether the cell is selected, and whether it is the current one. */
    final void paint() {
        boolean current = current();
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(CHOSEN, !isEmpty() && !current && cells.contains(getIndex(), column));
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        paint();
    }

    @Override
    protected void updateItem(@Nullable CellText cell, boolean empty) {
        super.updateItem(cell, empty);
        CellText shown = empty || cell == null ? CellText.NOTHING : cell;
        setText(shown.text());
        pseudoClassStateChanged(MISSING, shown.missing());
        pseudoClassStateChanged(NUMBER, shown.number());
        pseudoClassStateChanged(CHANGED, shown.state() == CellText.State.CHANGED);
        pseudoClassStateChanged(DELETED, shown.state() == CellText.State.DELETED);
        pseudoClassStateChanged(BAD, shown.state() == CellText.State.UNREADABLE);
        pseudoClassStateChanged(REQUIRED, shown.state() == CellText.State.REQUIRED);
        if (unsaved != (shown.state() != CellText.State.SAVED)) {
            unsaved = !unsaved;
            requestLayout();
        }
        List<String> now = shown.missing() || shown.text().isEmpty() ? List.of() : looked.get();
        if (!now.isEmpty() || !hits.isEmpty()) {
            hits = now;
            pseudoClassStateChanged(HIT, !now.isEmpty());
            requestLayout();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.ROW_INDEX && getTableView() instanceof RowsGrid grid
                ? grid.place(getIndex())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (hits.isEmpty()) {
            getChildren().remove(marks.node());
        } else if (lookup(".text") instanceof Text text) {
            // The skin knows nothing of other children, and drops them when it exchanges its own.
            if (!getChildren().contains(marks.node())) {
                getChildren().addFirst(marks.node());
            }
            marks.lay(text, hits);
        }
        if (!unsaved) {
            getChildren().remove(corner);
        } else {
            if (!getChildren().contains(corner)) {
                getChildren().add(corner);
            }
            corner.resizeRelocate(0, 0, CORNER, CORNER);
        }
    }
}
