package dev.concord.app.conflict;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The five columns of the merge, so that the header and every row stand on the same lines. */
final class Grid {
    private static final double[] PERCENT = {16, 20, 20, 20, 24};

    private Grid() {}

    static GridPane of(Node... cells) {
        GridPane grid = new GridPane();
        for (double percent : PERCENT) {
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
