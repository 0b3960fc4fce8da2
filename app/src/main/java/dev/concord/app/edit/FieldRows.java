package dev.concord.app.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays fields out one below the other, or two in a row where there is room. A row is read from left to right and then the next one, as the
 * Tab key goes: a long form is scrolled row by row, and whoever reads down a first column would have to scroll back up for the second. The
 * fields of a row begin at the same height. A field for long texts has a row of its own.
 */
final class FieldRows extends Pane {
    /** From this width on two fields are in a row, in pixels; each is then as wide as the usual form. */
    private static final double ROOM_FOR_TWO = 900;
    /** Between two fields of a row, in pixels. */
    private static final double GAP_BETWEEN = 24;
    /** A usual row with the gap below it, in pixels. */
    private static final double ROW = 64;
    /** Between two rows, in pixels. */
    private static final double GAP_BELOW = 12;

    /** Those that have rows of their own. */
    private final Set<Node> wide = new HashSet<>();

    private int missing;

    /** Shows no field. */
    void clear() {
        wide.clear();
        missing = 0;
        getChildren().clear();
    }

    /**
     * Shows more fields below the others.
     *
     * @param later how many are to be added after them; room is kept, so that a scroll bar hardly moves by itself
     */
    void add(List<FieldView> fields, int later) {
        fields.stream().filter(FieldView::isWide).map(FieldView::root).forEach(wide::add);
        missing = later;
        getChildren().addAll(fields.stream().map(FieldView::root).toList());
    }

    /** How many fields are about seen at once in a height in pixels. */
    int seenIn(double height) {
        int rows = (int) Math.ceil(height / ROW);
        return isForTwo() ? 2 * rows : rows;
    }

    private boolean isForTwo() {
        return getWidth() >= ROOM_FOR_TWO;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double within = (width < 0 ? getWidth() : width) - side();
        List<Row> rows = rows(within);
        double height = rows.stream().mapToDouble(Row::height).sum();
        double gaps = GAP_BELOW * Math.max(0, rows.size() - 1);
        double later = ROW * (isForTwo() ? (missing + 1) / 2 : missing);
        return snapSpaceY(getInsets().getTop())
                + height
                + gaps
                + later
                + snapSpaceY(getInsets().getBottom());
    }

    @Override
    protected void layoutChildren() {
        double left = snapSpaceX(getInsets().getLeft());
        double top = snapSpaceY(getInsets().getTop());
        for (Row row : rows(getWidth() - side())) {
            double x = left;
            for (Node field : row.fields()) {
                field.resizeRelocate(x, top, row.width(), row.height());
                x += row.width() + GAP_BETWEEN;
            }
            top += row.height() + GAP_BELOW;
        }
    }

    private double side() {
        return snapSpaceX(getInsets().getLeft()) + snapSpaceX(getInsets().getRight());
    }

    /**
     * Fields side by side.
     *
     * @param width of each, in pixels
     * @param height of the highest, in pixels
     */
    private record Row(List<Node> fields, double width, double height) {}

    private List<Row> rows(double width) {
        boolean two = isForTwo();
        double half = two ? Math.floor((width - GAP_BETWEEN) / 2) : width;
        List<Row> rows = new ArrayList<>();
        List<Node> waiting = new ArrayList<>();
        for (Node field : getManagedChildren()) {
            boolean whole = !two || wide.contains(field);
            if (!waiting.isEmpty() && (whole || waiting.size() == 2)) {
                rows.add(row(waiting, half));
                waiting.clear();
            }
            if (whole) {
                rows.add(row(List.of(field), width));
            } else {
                waiting.add(field);
            }
        }
        if (!waiting.isEmpty()) {
            rows.add(row(waiting, half));
        }
        return rows;
    }

    private Row row(List<Node> fields, double width) {
        double height = fields.stream()
                .mapToDouble(field -> snapSizeY(field.prefHeight(width)))
                .max()
                .orElse(0);
        return new Row(List.copyOf(fields), width, height);
    }
}
