package dev.concord.app.conflict;

import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Rows that scroll under a header that stays and keeps to their width, whether or not there is a scroll bar. */
final class UnderHeader extends Region {
    private final Region header;
    private final ScrollPane scroll;

    UnderHeader(Region header, ScrollPane scroll) {
        this.header = header;
        this.scroll = scroll;
        header.getStyleClass().add("conflict-columns");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("conflict-scroll", "edge-to-edge");
        getChildren().addAll(header, scroll);
    }

    @Override
    protected double computePrefHeight(double width) {
        return header.prefHeight(width) + scroll.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double top = header.prefHeight(getWidth());
        scroll.resizeRelocate(0, top, getWidth(), getHeight() - top);
        scroll.layout();
        double bar = Math.max(0, getWidth() - scroll.getViewportBounds().getWidth());
        header.setPadding(new Insets(0, bar < getWidth() ? bar : 0, 0, 0));
        header.resizeRelocate(0, 0, getWidth(), top);
    }
}
