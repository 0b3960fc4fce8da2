package dev.concord.app.control;

import dev.concord.diff.Span;
import dev.concord.diff.TextDiff;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text in which removed runs are struck through and added ones underlined, each on its own background, so that colour
 * is not the only sign. Wraps; does not scroll.
 */
public final class DiffText extends Region {
    private final TextFlow flow = new TextFlow();
    private final Map<Span.Kind, Path> marks = new EnumMap<>(Span.Kind.class);
    private List<Span> spans = List.of();
    /** Breaking lines is slow, and a layout asks for the same width many times. */
    private double measuredWidth = Double.NaN;

    private double measuredHeight;

    /** Shows nothing yet. */
    public DiffText() {
        getStyleClass().add("diff-text");
        getChildren().add(flow);
    }

    /** Shows two texts in one. */
    public void show(TextDiff diff) {
        show(diff.spans());
    }

    /** Shows these runs. */
    public void show(List<Span> runs) {
        spans = List.copyOf(runs);
        flow.getChildren().setAll(spans.stream().map(DiffText::text).toList());
        spans.stream()
                .map(Span::kind)
                .filter(kind -> kind != Span.Kind.EQUAL)
                .forEach(kind -> marks.computeIfAbsent(kind, this::mark));
        requestLayout();
    }

    @Override
    public void requestLayout() {
        measuredWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + flow.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        if (inner != measuredWidth) {
            measuredWidth = inner;
            measuredHeight = flow.prefHeight(inner);
        }
        return snappedTopInset() + measuredHeight + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        flow.resizeRelocate(x, y, getWidth() - x - snappedRightInset(), getHeight() - y - snappedBottomInset());
        flow.layout();
        marks.forEach(this::lay);
    }

    private void lay(Span.Kind kind, Path path) {
        path.getElements().clear();
        path.relocate(0, 0);
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
        int start = 0;
        for (Span span : spans) {
            int end = start + span.text().length();
            if (span.kind() == kind) {
                path.getElements().addAll(flow.getRangeShape(start, end, false));
            }
            start = end;
        }
    }

    /** Returns the background of runs that differ, created on first use because most texts need none. */
    private Path mark(Span.Kind kind) {
        Path path = new Path();
        path.getStyleClass().add(style(kind) + "-mark");
        path.setManaged(false);
        getChildren().addFirst(path);
        return path;
    }

    private static Text text(Span span) {
        Text text = new Text(span.text());
        text.getStyleClass().add(style(span.kind()));
        return text;
    }

    private static String style(Span.Kind kind) {
        return switch (kind) {
            case EQUAL -> "diff-equal";
            case REMOVED -> "diff-removed";
            case ADDED -> "diff-added";
        };
    }
}
