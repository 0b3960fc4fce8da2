package dev.concord.app.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text area as high as its text, up to a dozen lines, so that a short text looks like a field and a long one can be
 * read. Tab goes to the next field, as everywhere in a form; Ctrl+Tab types a tab.
 */
final class GrowingTextArea extends TextArea {
    private static final int MOST_ROWS = 12;

    /** Longer texts fill all rows anyway, and measuring them would take as long as showing them. */
    private static final int MOST_MEASURED = 20_000;

    private final Text measure = new Text();

    GrowingTextArea() {
        setWrapText(true);
        setPrefRowCount(1);
        getStyleClass().add("growing-text-area");
        measure.fontProperty().bind(fontProperty());
        setMinHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::requestLayout);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /** How high it is depends on how wide it is. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = height("X", 0);
        double text = getLength() > MOST_MEASURED
                ? MOST_ROWS * line
                : height(getText() + (getText().endsWith("\n") ? " " : ""), Math.max(1, width - padding()));
        double lines = width > 0 ? Math.clamp(text, line, MOST_ROWS * line) : line;
        // Of one line it is as high as a field, to the pixel.
        return lookup(".content") instanceof Region content
                ? snapSizeY(lines) + vertical(getInsets()) + vertical(content.getInsets())
                : super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            boolean whole = getLength() <= MOST_MEASURED
                    && height(getText(), Math.max(1, getWidth() - padding())) <= MOST_ROWS * height("X", 0);
            pane.setHbarPolicy(ScrollBarPolicy.NEVER);
            pane.setVbarPolicy(whole ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
        }
        super.layoutChildren();
    }

    private double height(String text, double wrappingWidth) {
        measure.setWrappingWidth(wrappingWidth);
        measure.setText(text);
        return measure.getLayoutBounds().getHeight();
    }

    private static double vertical(Insets insets) {
        return insets.getTop() + insets.getBottom();
    }

    private double padding() {
        double own = getInsets().getLeft() + getInsets().getRight();
        return lookup(".content") instanceof Region content
                ? own + content.getInsets().getLeft() + content.getInsets().getRight()
                : own;
    }
}
