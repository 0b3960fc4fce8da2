package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Selects cells with the mouse: a press selects one, a drag or Shift a rectangle, the mark at the beginning of a row the whole row.
 * Beyond an edge the grid scrolls for as long as one drags.
 */
final class GridMouse {
    /** Twenty rows a second. */
    private static final Duration STEP = Duration.millis(50);

    private final RowsGrid grid;
    private final CellSelection cells;
    private final GridScroll scroll;
    private final Runnable again;
    private final Timeline scrolling;
    private boolean dragging;
    private int rows;
    private int columns;

    /** @param again reads the record of the current row again */
    GridMouse(RowsGrid grid, CellSelection cells, GridScroll scroll, Runnable again) {
        this.grid = grid;
        this.cells = cells;
        this.scroll = scroll;
        this.again = again;
        scrolling = new Timeline(new KeyFrame(STEP, tick -> cells.extend(rows, columns)));
        scrolling.setCycleCount(Animation.INDEFINITE);
        // Before the grid's cells, which select one row.
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        grid.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        grid.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> stop());
    }

    private void press(MouseEvent press) {
        Optional<TableCell<?, ?>> cell = cell(press.getTarget());
        if (cell.isEmpty()) {
            return;
        }
        grid.requestFocus();
        if (press.getButton() == MouseButton.PRIMARY) {
            press(cell.get(), press.isShiftDown());
            dragging = true;
        } else if (cell.get() instanceof GridCell value && !cells.contains(value.getIndex(), value.column())) {
            cells.go(value.getIndex(), value.column());
        }
        press.consume();
    }

    private void press(TableCell<?, ?> cell, boolean extend) {
        if (cell instanceof GridCell value) {
            if (extend) {
                cells.extendTo(value.getIndex(), value.column());
            } else {
                boolean once = cells.isCurrent(value.getIndex(), value.column());
                cells.go(value.getIndex(), value.column());
                if (once) {
                    again.run();
                }
            }
        } else if (extend) {
            cells.extendToRow(cell.getIndex());
            cells.selectRows();
        } else {
            cells.goToRow(cell.getIndex());
            cells.selectRows();
        }
    }

    private void drag(MouseEvent drag) {
        if (!dragging) {
            return;
        }
        Bounds inside = scroll.viewport();
        Point2D at = grid.sceneToLocal(drag.getSceneX(), drag.getSceneY());
        rows = at.getY() < inside.getMinY() ? -1 : at.getY() > inside.getMaxY() ? 1 : 0;
        columns = at.getX() < inside.getMinX() ? -1 : at.getX() > inside.getMaxX() ? 1 : 0;
        if (rows != 0 || columns != 0) {
            scrolling.play();
        } else {
            scrolling.stop();
            cell(drag.getPickResult().getIntersectedNode()).ifPresent(this::extendTo);
        }
        drag.consume();
    }

    private void extendTo(TableCell<?, ?> cell) {
        if (cell instanceof GridCell value && !cells.wholeRows()) {
            cells.extendTo(value.getIndex(), value.column());
        } else {
            cells.extendToRow(cell.getIndex());
        }
    }

    private void stop() {
        dragging = false;
        scrolling.stop();
    }

    /** The cell of a row that is there; the mark of one, too. */
    private static Optional<TableCell<?, ?>> cell(Object target) {
        return target instanceof Node pressed
                ? Stream.iterate(pressed, Objects::nonNull, Node::getParent)
                        .flatMap(node -> node instanceof TableCell<?, ?> cell ? Stream.of(cell) : Stream.empty())
                        .findFirst()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> (TableCell<?, ?>) cell)
                : Optional.empty();
    }
}
