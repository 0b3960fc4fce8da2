package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;

/** The keys that move the current cell and select cells, as in spreadsheets. */
final class GridKeys {
    private final RowsGrid grid;
    private final RowsModel model;
    private final CellSelection cells;
    private final GridScroll scroll;

    GridKeys(RowsGrid grid, RowsModel model, GridScroll scroll) {
        this.grid = grid;
        this.model = model;
        this.cells = model.cells();
        this.scroll = scroll;
        // Before the grid itself, which knows only the rows loaded.
        grid.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // What stands in the grid, such as the boxes of the filters, has keys of its own.
            if (key.getTarget() == grid && !key.isAltDown() && !key.isMetaDown() && press(key)) {
                key.consume();
            }
        });
    }

    private boolean press(KeyEvent key) {
        boolean shift = key.isShiftDown();
        boolean ctrl = key.isShortcutDown();
        return switch (key.getCode()) {
            case UP, KP_UP -> ctrl ? end(false, shift) : rows(-1, shift);
            case DOWN, KP_DOWN -> ctrl ? end(true, shift) : rows(1, shift);
            case LEFT, KP_LEFT -> ctrl ? column(false, shift) : columns(-1, shift);
            case RIGHT, KP_RIGHT -> ctrl ? column(true, shift) : columns(1, shift);
            case PAGE_UP -> rows(-scroll.rowsPerPage(), shift);
            case PAGE_DOWN -> rows(scroll.rowsPerPage(), shift);
            case HOME -> corner(false, shift, ctrl);
            case END -> corner(true, shift, ctrl);
            case TAB -> ctrl ? leave(!shift) : step(!shift);
            case A -> ctrl && !shift && done(cells::selectAll);
            case SPACE -> select(shift, ctrl);
            case ESCAPE -> !cells.single() && done(cells::collapse);
            default -> false;
        };
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }

    private boolean rows(int by, boolean extend) {
        if (extend && cells.current().isPresent()) {
            if (cells.extentIndex() < 0) {
                cells.extendToRow(scroll.firstInSight());
            } else {
                cells.extend(by, 0);
            }
        } else if (cells.currentIndex() < 0) {
            cells.goToRow(scroll.firstInSight());
        } else {
            cells.move(by, 0);
        }
        return true;
    }

    private boolean columns(int by, boolean extend) {
        if (extend) {
            cells.extend(0, by);
        } else if (cells.currentIndex() < 0) {
            cells.goToRow(scroll.firstInSight());
        } else {
            cells.move(0, by);
        }
        return true;
    }

    private boolean column(boolean last, boolean extend) {
        if (extend) {
            cells.extendToColumn(last);
        } else {
            cells.moveToColumn(last);
        }
        return true;
    }

    private boolean corner(boolean last, boolean extend, boolean ctrl) {
        if (ctrl) {
            column(last, extend);
        }
        return end(last, extend);
    }

    private boolean end(boolean last, boolean extend) {
        if (last) {
            model.goToLast(extend);
        } else {
            model.goToFirst(extend);
        }
        return true;
    }

    private boolean step(boolean forwards) {
        if (cells.currentIndex() < 0) {
            cells.goToRow(scroll.firstInSight());
        } else {
            cells.step(forwards);
        }
        return true;
    }

    private boolean leave(boolean forwards) {
        grid.requestFocusTraversal(forwards ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        return true;
    }

    private boolean select(boolean rows, boolean columns) {
        if (rows) {
            cells.selectRows();
        }
        if (columns) {
            cells.selectColumns();
        }
        return rows || columns;
    }
}
