package dev.concord.app.conflict;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Rows that scroll under a header that stays and keeps to their width, whether or not there is a scroll bar. */
final class UnderHeader extends Region {
    private final Region header;
    private final Region rows;

    /** Rows in a pane that scrolls up and down only. */
    static UnderHeader of(Region header, ScrollPane scroll) {
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("conflict-scroll", "edge-to-edge");
        return new UnderHeader(header, scroll);
    }

    UnderHeader(Region header, Region rows) {
        this.header = header;
        this.rows = rows;
        header.getStyleClass().add("conflict-columns");
        getChildren().addAll(header, rows);
    }

    @Override
    protected double computePrefHeight(double width) {
        return header.prefHeight(width) + rows.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double top = header.prefHeight(getWidth());
        rows.resizeRelocate(0, top, getWidth(), getHeight() - top);
        rows.layout();
        header.setPadding(new Insets(0, barWidth(), 0, 0));
        header.resizeRelocate(0, 0, getWidth(), top);
    }

    private double barWidth() {
        for (Node node : rows.lookupAll(".scroll-bar:vertical")) {
            if (node instanceof ScrollBar bar && bar.isVisible()) {
                return bar.getWidth();
            }
        }
        return 0;
    }
}
