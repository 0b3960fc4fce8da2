package dev.concord.app.browse;

import dev.concord.record.Row;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Where a grid is scrolled to: it stays at the same rows when rows come or go above them. */
final class GridScroll {
    /** How many rows to show above a row scrolled to. */
    private static final int ROWS_ABOVE = 3;

    /** How many rows to show below it, because a notice may cover the last ones. */
    private static final int ROWS_BELOW = 3;

    private final TableView<Row> grid;
    private final Runnable beforeLayout = this::settle;
    private Optional<Anchor> anchor = Optional.empty();
    private OptionalInt wanted = OptionalInt.empty();
    private boolean shifting;

    /**
     * The first row in sight.
     *
     * @param index its place among the rows as they are now
     * @param hidden how much of it is above the edge, in pixels
     */
    private record Anchor(int index, double hidden) {}

    GridScroll(TableView<Row> grid) {
        this.grid = grid;
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

    private void changed(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            if (change.wasReplaced()) {
                anchor = Optional.empty();
                wanted = OptionalInt.empty();
            } else if (change.getFrom() == 0) {
                shift(change.getAddedSize() - change.getRemovedSize());
            }
        }
    }

    private void shift(int rows) {
        Scene scene = grid.getScene();
        Optional<Anchor> now = anchor.or(this::firstInSight);
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

    private Optional<Anchor> firstInSight() {
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

    private Optional<VirtualFlow<?>> flow() {
        return grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
