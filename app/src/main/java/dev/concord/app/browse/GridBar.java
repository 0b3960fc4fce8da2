package dev.concord.app.browse;

import dev.concord.catalog.RowEstimate;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The scroll bar of a grid, in rows of the whole table, of which the grid knows a few pages. While it is dragged it says the number of
 * the row; the rows are read as it goes, and the newest place wins.
 */
final class GridBar {
    /** How long the thumb is at least, in pixels, to be taken with a mouse. */
    private static final double LEAST_THUMB = 32;

    private final RowsGrid grid;
    private final RowsModel rows;
    private final RowNumbers numbers;
    private final Texts texts;
    private final ScrollBar bar = new ScrollBar();
    private final Label number = new Label();
    private boolean updating;
    private boolean stale;
    private Optional<VirtualFlow<?>> flow = Optional.empty();

    GridBar(RowsGrid grid, RowsModel rows, RowNumbers numbers, Texts texts) {
        this.grid = grid;
        this.rows = rows;
        this.numbers = numbers;
        this.texts = texts;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setId("rows-bar");
        bar.setAccessibleText(texts.get("browse.bar"));
        bar.valueProperty().subscribe(value -> moved());
        bar.pressedProperty().subscribe(pressed -> {
            number.setVisible(pressed && rows.more());
            outdated();
        });
        number.getStyleClass().add("rows-number");
        number.setVisible(false);
        number.setMouseTransparent(true);
        StackPane.setAlignment(number, Pos.CENTER_RIGHT);
        StackPane.setMargin(number, new Insets(0, 12, 0, 0));
        grid.getItems().addListener((ListChangeListener<Row>) change -> stale = true);
        numbers.total().subscribe(total -> outdated());
        rows.numbered().subscribe(count -> outdated());
        rows.landings().subscribe(count -> {
            if (!grid.getItems().isEmpty()) {
                grid.scrollTo(0);
            }
        });
        grid.heightProperty().subscribe(height -> stale = true);
        // Which rows are in sight is known when they have been laid out.
        Runnable afterLayout = this::updateIfStale;
        bar.sceneProperty().subscribe((was, now) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
            }
        });
    }

    /** The bar, to be put beside the grid. */
    Node node() {
        return bar;
    }

    /** The number of the row while the bar is dragged, to be put over the grid. */
    Node number() {
        return number;
    }

    private void outdated() {
        stale = true;
        Platform.requestNextPulse();
    }

    private void updateIfStale() {
        watch();
        if (stale && !bar.isPressed()) {
            stale = false;
            update();
        }
    }

    /** Shows where the grid is. */
    private void update() {
        updating = true;
        double visible = Math.max(1, visibleRows());
        double all =
                Math.max(total(), (double) rows.before().orElse(0) + rows.rows().size()) + grid.fresh();
        bar.setMax(Math.max(0, all - visible));
        double part = Math.max(visible / Math.max(1, all), LEAST_THUMB / Math.max(LEAST_THUMB, bar.getHeight()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, part));
        bar.setBlockIncrement(Math.max(1, visible - 1));
        bar.setValue(rows.before().orElse((long) all - grid.getItems().size()) + firstInSight());
        bar.setDisable(all <= visible);
        updating = false;
    }

    /** The flow and the headers exist once the grid has been laid out. */
    private void watch() {
        if (flow.isEmpty()
                && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> found
                && grid.lookup(".column-header-background") instanceof Region headers) {
            flow = Optional.of(found);
            found.positionProperty().subscribe(position -> stale = true);
            // Beside the headers there are no rows.
            headers.heightProperty()
                    .subscribe(height -> BorderPane.setMargin(bar, new Insets(height.doubleValue(), 0, 0, 0)));
        }
    }

    private void moved() {
        if (updating) {
            return;
        }
        long row = Math.round(bar.getValue());
        long index = row - rows.before().orElse(Long.MIN_VALUE / 2);
        boolean loaded = index >= 0 && index + visibleRows() <= grid.getItems().size();
        number.setText(texts.get(loaded ? "browse.bar.row" : "browse.bar.about", row + 1));
        if (loaded || !rows.more()) {
            updating = true;
            grid.scrollTo(Math.clamp(index, 0, Math.max(0, grid.getItems().size() - 1)));
            updating = false;
        } else {
            numbers.jump(row);
        }
    }

    private double total() {
        return numbers.total().get().map(RowEstimate::rows).orElse(0L);
    }

    private double visibleRows() {
        double row = grid.getFixedCellSize();
        return flow.filter(found -> row > 0)
                .map(found -> found.getHeight() / row)
                .orElse(1.0);
    }

    private double firstInSight() {
        return flow.map(VirtualFlow::getFirstVisibleCell)
                .map(cell -> cell.getIndex() - cell.getLayoutY() / Math.max(1, grid.getFixedCellSize()))
                .orElse(0.0);
    }
}
