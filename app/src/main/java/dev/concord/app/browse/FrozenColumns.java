package dev.concord.app.browse;

import dev.concord.app.layout.LayoutModel;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.shape.Rectangle;

/**
 * The first columns of a grid stay where they are while the others scroll: the marks of the rows, and the columns that a person has
 * frozen. They are moved by as much as the grid has been scrolled, within their rows and among the headers, so that there is one
 * grid, with one selection and one keyboard focus. FX thread only.
 */
final class FrozenColumns {
    /** Where less than this is left for the other columns, in pixels, all of them scroll. */
    private static final double LEAST_ROOM = 120;

    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last-frozen");

    private final RowsGrid grid;
    private final LayoutModel layouts;
    private Optional<ScrollBar> bar = Optional.empty();
    private boolean stale = true;

    FrozenColumns(RowsGrid grid, LayoutModel layouts) {
        this.grid = grid;
        this.layouts = layouts;
        layouts.layout().subscribe(layout -> outdated());
        grid.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) change -> outdated());
        grid.widthProperty().subscribe(width -> stale = true);
        Runnable afterLayout = this::updateIfStale;
        grid.sceneProperty().subscribe((was, now) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
            }
        });
    }

    /** How many of the columns of the grid stay where they are, the marks of the rows among them. */
    int count() {
        List<TableColumn<Row, ?>> columns = grid.getVisibleLeafColumns();
        int marks = (int) columns.stream()
                .takeWhile(column -> !(column instanceof ValueColumn))
                .count();
        int wanted = Math.min(columns.size(), marks + layouts.layout().get().frozen());
        return width(wanted) + LEAST_ROOM <= grid.getWidth() ? wanted : 0;
    }

    /** Whether a column stays where it is. */
    boolean freezes(TableColumn<?, ?> column) {
        int place = grid.getVisibleLeafColumns().indexOf(column);
        return place >= 0 && place < count();
    }

    /** How wide the columns are that stay where they are, in pixels. */
    double width() {
        return width(count());
    }

    private double width(int columns) {
        return grid.getVisibleLeafColumns().stream()
                .limit(columns)
                .mapToDouble(column -> grid.snapSizeX(column.getWidth()))
                .sum();
    }

    /** How far the other columns have been scrolled, in pixels. */
    double shift() {
        return scrollBar().filter(Node::isVisible).map(ScrollBar::getValue).orElse(0.0);
    }

    /** The grid's own scroll bar, which is there once the grid has been laid out. */
    Optional<ScrollBar> scrollBar() {
        if (bar.isEmpty()) {
            bar = grid.lookupAll(".scroll-bar").stream()
                    .flatMap(node -> node instanceof ScrollBar found ? Stream.of(found) : Stream.empty())
                    .filter(found -> found.getOrientation() == Orientation.HORIZONTAL)
                    .findFirst();
            bar.ifPresent(found -> {
                found.valueProperty().subscribe(value -> stale = true);
                found.visibleProperty().subscribe(visible -> stale = true);
            });
        }
        return bar;
    }

    private void outdated() {
        stale = true;
        grid.lookupAll(".table-row-cell").forEach(row -> {
            if (row instanceof TableRow<?> shown) {
                shown.requestLayout();
            }
        });
    }

    private void updateIfStale() {
        if (scrollBar().isPresent() && stale) {
            stale = false;
            grid.lookupAll(".nested-column-header").forEach(header -> {
                if (header instanceof NestedTableColumnHeader headers) {
                    headers.getChildrenUnmodifiable().forEach(this::place);
                }
            });
        }
    }

    private void place(Node part) {
        if (part instanceof TableColumnHeader header && header.getTableColumn() instanceof TableColumn<?, ?> column) {
            place(part, column);
        } else if (part instanceof Rectangle
                && part.getProperties().get("TableColumn") instanceof TableColumn<?, ?> edge) {
            // By these, columns are made wider and narrower.
            place(part, edge);
        }
    }

    private void place(Node part, TableColumn<?, ?> column) {
        int place = grid.getVisibleLeafColumns().indexOf(column);
        int count = count();
        boolean frozen = place >= 0 && place < count;
        part.setTranslateX(frozen ? shift() : 0);
        part.setViewOrder(frozen ? part instanceof Rectangle ? -2 : -1 : 0);
        part.pseudoClassStateChanged(FROZEN, frozen);
        part.pseudoClassStateChanged(LAST, frozen && place == count - 1 && count > 1);
    }
}
