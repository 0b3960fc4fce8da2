package dev.concord.app.conflict.sides;

import dev.concord.app.control.BinaryPreview;
import dev.concord.app.control.DiffText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.diff.Span;
import dev.concord.diff.Span.Kind;
import dev.concord.diff.TextDiff;
import dev.concord.record.Value;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/** A value with its differences from another value marked. Of a long text the changes are shown, and all on demand. */
public final class ComparedValue extends VBox {
    private static final Set<ValueKind> WORDS = Set.of(ValueKind.TEXT, ValueKind.JSON, ValueKind.OTHER);
    /** Longer texts, in characters, are compared in the background and shown in part. */
    private static final int LONGEST = 20_000;

    private final ValueDisplay values;
    private int generation;

    public ComparedValue(ValueDisplay values) {
        this.values = values;
        getStyleClass().add("conflict-value");
        setMinWidth(0);
    }

    /** Shows a value as it is. */
    public void show(Value value, Column column) {
        show(value, column, value);
    }

    /** Shows a value and marks what differs from the other. */
    public void show(Value value, Column column, Value other) {
        int mine = ++generation;
        if (value instanceof Value.Binary binary) {
            getChildren().setAll(new BinaryPreview(binary.bytes(), values.texts(), values.work()));
            return;
        }
        String text = values.format().show(value, column);
        String before = values.format().show(other, column);
        if (value.isNull()) {
            getChildren().setAll(word(text, !other.isNull()));
        } else if (text.isEmpty()) {
            getChildren().setAll(word(values.texts().get("conflict.empty"), !other.equals(value)));
        } else if (Math.max(text.length(), before.length()) <= LONGEST) {
            show(spans(value, text, column, other, before));
        } else {
            getChildren().setAll(word(values.texts().get("conflict.comparing"), false));
            values.work()
                    .read(
                            values.texts().get("conflict.comparing"),
                            () -> Excerpt.of(spans(value, text, column, other, before)),
                            spans -> {
                                if (mine == generation) {
                                    show(spans);
                                }
                            });
        }
    }

    private void show(List<Span> spans) {
        DiffText text = new DiffText();
        if (!Excerpt.needed(spans)) {
            text.show(spans);
            getChildren().setAll(text);
            return;
        }
        Hyperlink more = new Hyperlink(values.texts().get("conflict.more"));
        more.setFocusTraversable(false);
        more.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        boolean[] whole = {false};
        more.setOnAction(event -> {
            whole[0] = !whole[0];
            text.show(whole[0] ? spans : Excerpt.of(spans));
            more.setText(values.texts().get(whole[0] ? "conflict.less" : "conflict.more"));
            more.setVisited(false);
        });
        text.show(Excerpt.of(spans));
        getChildren().setAll(text, more);
    }

    private static List<Span> spans(Value value, String text, Column column, Value other, String before) {
        if (value.equals(other)) {
            return List.of(new Span(Kind.EQUAL, text));
        }
        List<Span> whole = List.of(new Span(Kind.ADDED, text));
        if (other.isNull() || !WORDS.contains(column.kind())) {
            return whole;
        }
        List<Span> marked = TextDiff.of(before, text).spans();
        // The column beside it shows the value before, so a value replaced as a whole is not marked word by word.
        boolean sharesWords = marked.stream()
                .anyMatch(span -> span.kind() == Kind.EQUAL && !span.text().isBlank());
        return sharesWords ? marked : whole;
    }

    private static Node word(String word, boolean differs) {
        Label label = new Label(word);
        label.getStyleClass().addAll("concord-null", "conflict-nothing");
        if (differs) {
            label.getStyleClass().add("conflict-differs");
        }
        return label;
    }
}
