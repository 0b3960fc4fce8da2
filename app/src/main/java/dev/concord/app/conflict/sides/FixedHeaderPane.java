package dev.concord.app.conflict.sides;

import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/** Rows that scroll under a fixed header, which is as wide as the rows with or without a scroll bar. */
public final class FixedHeaderPane extends Region {
    private final Region header;
    private final Region rows;

    /** Rows in a pane that scrolls up and down only. */
    public static FixedHeaderPane of(Region header, ScrollPane scroll) {
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("conflict-scroll", "edge-to-edge");
        return new FixedHeaderPane(header, scroll);
    }

    /** Rows that scroll by themselves. */
    public FixedHeaderPane(Region header, Region rows) {
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
        return Stream.of(rows)
                // The scroll bars of a list belong to its flow, those of a scroll pane to itself; a full lookup is
                // slow.
                .flatMap(pane -> pane.getChildrenUnmodifiable().stream())
                .flatMap(child -> child instanceof VirtualFlow<?> flow
                        ? flow.getChildrenUnmodifiable().stream()
                        : Stream.of(child))
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.isVisible() && bar.getOrientation() == Orientation.VERTICAL)
                .mapToDouble(ScrollBar::getWidth)
                .findFirst()
                .orElse(0);
    }
}
