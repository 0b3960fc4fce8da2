package dev.concord.app.workspace;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What is shown and what can be done with it: beside each other where there is room, and else in two lines, so that nothing is cut. */
final class HeadingPane extends Pane {
    /** In a pane narrower than this, in pixels, there are two lines. */
    private static final double ROOM = 500;

    private static final double GAP = 10;

    private final Region names;
    private final Region tools;

    HeadingPane(Region names, Region tools) {
        this.names = names;
        this.tools = tools;
        getChildren().setAll(names, tools);
        getStyleClass().add("workspace-heading");
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double upper = names.prefHeight(USE_COMPUTED_SIZE);
        double lower = tools.prefHeight(USE_COMPUTED_SIZE);
        return around.getTop()
                + around.getBottom()
                + (isNarrow(width) ? upper + GAP / 2 + lower : Math.max(upper, lower));
    }

    private static boolean isNarrow(double width) {
        return width >= 0 && width < ROOM;
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double room = getWidth() - around.getLeft() - around.getRight();
        double height = getHeight() - around.getTop() - around.getBottom();
        if (isNarrow(getWidth())) {
            double upper = names.prefHeight(USE_COMPUTED_SIZE);
            names.resizeRelocate(around.getLeft(), around.getTop(), room, upper);
            double lower = around.getTop() + upper + GAP / 2;
            tools.resizeRelocate(around.getLeft(), lower, room, height - upper - GAP / 2);
        } else {
            double wanted = tools.prefWidth(USE_COMPUTED_SIZE);
            double left = Math.max(names.minWidth(USE_COMPUTED_SIZE), room - GAP - wanted);
            names.resizeRelocate(around.getLeft(), around.getTop(), left, height);
            tools.resizeRelocate(around.getLeft() + left + GAP, around.getTop(), room - GAP - left, height);
        }
    }
}
