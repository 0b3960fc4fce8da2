package dev.concord.app.control;

import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
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

    private final Text measure = new Text();

    GrowingTextArea() {
        setWrapText(true);
        setPrefRowCount(1);
        getStyleClass().add("growing-text-area");
        measure.fontProperty().bind(fontProperty());
        textProperty().subscribe(this::fit);
        fontProperty().subscribe(this::fit);
        widthProperty().subscribe(this::fit);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fit();
    }

    private void fit() {
        measure.setWrappingWidth(0);
        measure.setText("X");
        double line = measure.getLayoutBounds().getHeight();
        measure.setText(getText() + (getText().endsWith("\n") ? " " : ""));
        measure.setWrappingWidth(Math.max(1, getWidth() - padding()));
        long lines = getWidth() == 0 ? 1 : Math.round(measure.getLayoutBounds().getHeight() / line);
        setPrefRowCount(Math.clamp(lines, 1, MOST_ROWS));
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            pane.setVbarPolicy(
                    lines > MOST_ROWS ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        }
    }

    private double padding() {
        double own = getInsets().getLeft() + getInsets().getRight();
        return lookup(".content") instanceof Region content
                ? own + content.getInsets().getLeft() + content.getInsets().getRight()
                : own;
    }
}
