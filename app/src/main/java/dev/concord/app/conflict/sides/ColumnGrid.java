package dev.concord.app.conflict.sides;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Grids with columns of fixed shares, so that the header and all rows are aligned. */
public final class ColumnGrid {
    private static final double[] FIVE = {16, 20, 20, 20, 24};
    private static final double[] THREE = {20, 40, 40};

    private static final double[] SIDES = {33, 34, 33};

    private static final double[] SUMMARY = {16, 20, 64};

    private ColumnGrid() {}

    /** Field, the three sides, result. */
    public static GridPane of(Node... cells) {
        return of(FIVE, cells);
    }

    /** Field, before, after. */
    public static GridPane ofThree(Node... cells) {
        return of(THREE, cells);
    }

    /** The database's, the merged, the person's. */
    public static GridPane ofSides(Node... cells) {
        return of(SIDES, cells);
    }

    /** Field, what happened, result; aligned with the grid of five columns. */
    public static GridPane ofSummary(Node... cells) {
        return of(SUMMARY, cells);
    }

    private static GridPane of(double[] percents, Node... cells) {
        GridPane grid = new GridPane();
        for (double percent : percents) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.NEVER);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, cells);
        return grid;
    }
}
