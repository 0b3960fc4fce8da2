package dev.concord.app.browse;

import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Where a grid is scrolled to: it stays at the same rows when rows come or go above them. */
final class GridScroll {
    /** How many rows to show above a row scrolled to. */
    private static final int ROWS_ABOVE = 3;

    /** How many rows to show below it, because a notice may cover the last ones. */
    private static final int ROWS_BELOW = 3;

    private final TableView<Row> grid;
    private final FrozenColumns frozen;
    private final Runnable beforeLayout = this::settle;
    private Optional<Anchor> anchor = Optional.empty();
    private OptionalInt wanted = OptionalInt.empty();
    private boolean shifting;
    /** Whether the flow still knows rows that were replaced. */
    private boolean replaced;
    /** Whether rows were added that the flow does not know yet. */
    private boolean grown;
    /** The row that was to be shown meanwhile. */
    private OptionalInt shownLast = OptionalInt.empty();

    private final Runnable afterLayout = this::laidOut;

    /**
     * The first row in sight.
     *
     * @param index its place among the rows as they are now
     * @param hidden how much of it is above the edge, in pixels
     */
    private record Anchor(int index, double hidden) {}

    GridScroll(TableView<Row> grid, FrozenColumns frozen) {
        this.grid = grid;
        this.frozen = frozen;
        grid.getItems().addListener(this::changed);
    }

    /** Whether rows are being laid out only to be scrolled away again. */
    boolean shifting() {
        return shifting || anchor.isPresent();
    }

    /** Scrolls to a row, unless it is in sight. */
    void bringIntoSight(int index) {
        if (anchor.isPresent()) {
            wanted = OptionalInt.of(index);
            return;
        }
        boolean inSight = flow().filter(flow -> flow.getFirstVisibleCell() != null
                        && flow.getFirstVisibleCell().getIndex() < index
                        && flow.getLastVisibleCell().getIndex() >= index + ROWS_BELOW)
                .isPresent();
        if (!inSight) {
            grid.scrollTo(Math.max(0, index - ROWS_ABOVE));
        }
    }

    /** Scrolls no farther than a row needs to be in sight as a whole. */
    void show(int index) {
        if (anchor.isPresent()) {
            wanted = OptionalInt.of(index);
            return;
        }
        if (replaced) {
            bringIntoSight(index);
            return;
        }
        if (grown) {
            // The flow scrolls no farther than the rows it has been laid out with.
            shownLast = OptionalInt.of(index);
        }
        double hidden = hidden(index);
        if (hidden != 0) {
            flow().ifPresent(flow -> flow.scrollPixels(hidden));
        }
    }

    /** How many pixels of a row are below the edge, or above it as a negative number; 0 where all of it is in sight. */
    private double hidden(int index) {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(first -> {
                    double height = grid.getFixedCellSize();
                    double top = first.getLayoutY() + (index - first.getIndex()) * height;
                    double below = top + height - viewport().getHeight();
                    return top < 0 ? top : Math.max(0, below);
                })
                .orElse(0.0);
    }

    /** Scrolls no farther than a column needs to be in sight as a whole. */
    void show(TableColumn<?, ?> column) {
        frozen.scrollBar()
                .filter(bar -> bar.isVisible() && !frozen.freezes(column))
                .ifPresent(bar -> {
                    double start = grid.getVisibleLeafColumns().stream()
                            .takeWhile(shown -> !shown.equals(column))
                            .mapToDouble(shown -> grid.snapSizeX(shown.getWidth()))
                            .sum();
                    double left = start - frozen.width();
                    double right = start
                            + grid.snapSizeX(column.getWidth())
                            - viewport().getWidth();
                    // The beginning of a column wider than the grid.
                    double most = Math.clamp(left, 0, bar.getMax());
                    bar.setValue(Math.clamp(bar.getValue(), Math.min(right, most), most));
                });
    }

    /** The place of the rows in the grid. */
    Bounds viewport() {
        return partsOfFlow()
                .filter(part -> part.getStyleClass().contains("clipped-container"))
                .findFirst()
                .map(rows -> grid.sceneToLocal(rows.localToScene(rows.getLayoutBounds())))
                .orElseGet(grid::getLayoutBounds);
    }

    /** The index of the first row that is in sight as a whole. */
    int firstInSight() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(cell -> cell.getIndex() + (cell.getLayoutY() < 0 ? 1 : 0))
                .orElse(0);
    }

    /** How many rows a page is: one of those in sight stays. */
    int rowsPerPage() {
        return Math.max(1, (int) (viewport().getHeight() / Math.max(1, grid.getFixedCellSize())) - 1);
    }

    /** The rows that are in sight. */
    List<GridRow> rowsInSight() {
        List<GridRow> rows = new ArrayList<>();
        flow().filter(flow -> flow.getFirstVisibleCell() != null).ifPresent(flow -> {
            for (int i = flow.getFirstVisibleCell().getIndex();
                    i <= flow.getLastVisibleCell().getIndex();
                    i++) {
                if (flow.getCell(i) instanceof GridRow row) {
                    rows.add(row);
                }
            }
        });
        return rows;
    }

    /** Shows the cells again, because their rows are edited: those in sight, and those kept for the next rows. */
    void refreshCells() {
        rowsInSight().stream().findFirst().map(Node::getParent).ifPresent(rows -> rows.getChildrenUnmodifiable()
                .forEach(node -> {
                    if (node instanceof GridRow row) {
                        row.cells().forEach(cell -> cell.updateIndex(cell.getIndex()));
                    }
                }));
    }

    private void changed(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            if (change.wasReplaced()) {
                anchor = Optional.empty();
                wanted = OptionalInt.empty();
                Scene scene = grid.getScene();
                if (scene != null && !replaced) {
                    replaced = true;
                    listen(scene);
                }
            } else if (change.getFrom() == 0) {
                shift(change.getAddedSize() - change.getRemovedSize());
            } else if (change.wasAdded() && grid.getScene() != null && !grown) {
                grown = true;
                listen(grid.getScene());
            }
        }
    }

    private void listen(Scene scene) {
        scene.removePostLayoutPulseListener(afterLayout);
        scene.addPostLayoutPulseListener(afterLayout);
        // Rows beyond the last one in sight change nothing that is to be laid out.
        Platform.requestNextPulse();
    }

    private void laidOut() {
        replaced = false;
        grown = false;
        if (grid.getScene() != null) {
            grid.getScene().removePostLayoutPulseListener(afterLayout);
        }
        OptionalInt last = shownLast;
        shownLast = OptionalInt.empty();
        if (last.isPresent() && hidden(last.getAsInt()) != 0) {
            bringIntoSight(last.getAsInt());
        }
    }

    private void shift(int rows) {
        Scene scene = grid.getScene();
        Optional<Anchor> now = anchor.or(this::anchorInSight);
        if (scene != null && now.isPresent()) {
            Anchor moved =
                    new Anchor(Math.max(0, now.get().index() + rows), now.get().hidden());
            if (anchor.isEmpty()) {
                // The flow learns how many rows there are when it is laid out, and nobody shall see it before it is
                // scrolled.
                scene.addPreLayoutPulseListener(beforeLayout);
            }
            anchor = Optional.of(moved);
        }
    }

    private Optional<Anchor> anchorInSight() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(cell -> new Anchor(cell.getIndex(), -((IndexedCell<?>) cell).getLayoutY()));
    }

    private void settle() {
        if (grid.getScene() != null) {
            grid.getScene().removePreLayoutPulseListener(beforeLayout);
        }
        Optional<Anchor> place = anchor;
        anchor = Optional.empty();
        if (place.isPresent() && flow().isPresent()) {
            shifting = true;
            grid.layout();
            VirtualFlow<?> flow = flow().get();
            flow.scrollToTop(place.get().index());
            flow.scrollPixels(place.get().hidden());
            grid.layout();
            shifting = false;
        }
        OptionalInt sight = wanted;
        wanted = OptionalInt.empty();
        sight.ifPresent(this::bringIntoSight);
    }

    /** Not looked up among all the cells, because it is asked for at every key. */
    private Optional<VirtualFlow<?>> flow() {
        return grid.getChildrenUnmodifiable().stream()
                .<VirtualFlow<?>>flatMap(part -> part instanceof VirtualFlow<?> flow ? Stream.of(flow) : Stream.empty())
                .findFirst();
    }

    private Stream<Node> partsOfFlow() {
        return flow().stream().flatMap(flow -> flow.getChildrenUnmodifiable().stream());
    }
}
