package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.ComparedValue;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Hint;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.merge.FieldMerge;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The result of a field: shown as a value, edited in place with the form's editor. */
final class ResultCell extends StackPane {
    private final Texts texts;
    private final Consumer<Value> typed;
    private final Runnable finished;
    private final HBox display = new HBox();
    private final Note caption;
    private final ComparedValue value;
    private final VBox content;
    private final Label undecided;
    private final Button pencil = new Button("", Icon.CHANGED.node());
    private Optional<Editing> editing = Optional.empty();

    private record Editing(ValueEditor editor, Value start) {}

    /**
     * A cell that is still empty.
     *
     * @param typed given every value typed
     * @param finished run after the editor has closed
     * @param open asks for the editor
     */
    ResultCell(String field, ValueDisplay values, Consumer<Value> typed, Runnable finished, Runnable open) {
        this.texts = values.texts();
        this.typed = typed;
        this.finished = finished;
        this.value = new ComparedValue(values);
        this.content = new VBox(value);
        this.caption = Note.in(content, "concord-muted", "conflict-caption");
        this.undecided = new Label(texts.get("conflict.undecided"));
        getStyleClass().addAll("conflict-cell", "conflict-result");
        undecided.getStyleClass().add("conflict-undecided");
        pencil.getStyleClass().addAll("button-icon", "flat", "conflict-pencil");
        pencil.setAccessibleText(texts.get("conflict.edit", field));
        pencil.setFocusTraversable(false);
        pencil.setOnAction(event -> open.run());
        Hint.put(pencil, texts.get("conflict.edit", field));
        content.setMinWidth(0);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox.setHgrow(undecided, Priority.ALWAYS);
        undecided.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(display);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && event.getTarget() instanceof TextField) {
                event.consume();
                close(true);
            }
        });
    }

    /** Shows the result, or that there is none yet. An open editor stays as it is. */
    void show(FieldMerge field, Optional<Value> result, boolean editable) {
        result.ifPresent(known -> value.show(known, field.column()));
        Node now = result.isPresent() ? content : undecided;
        if (editable) {
            display.getChildren().setAll(now, pencil);
        } else {
            display.getChildren().setAll(now);
        }
    }

    /**
     * A line under the result; empty for none.
     *
     * @param bad whether it says that something is wrong
     */
    void caption(String text, boolean bad) {
        caption.say(text, bad);
    }

    /** Opens the editor on a value. */
    void edit(FieldMerge field, Value start) {
        if (editing.isPresent()) {
            return;
        }
        ValueEditor editor = ValueEditors.forColumn(field.column(), texts);
        editor.value().set(start);
        editing = Optional.of(new Editing(editor, start));
        getChildren().setAll(editor.node());
        editor.focusTarget().setAccessibleText(texts.get("conflict.edit", field.name()));
        editor.focusTarget().requestFocus();
        editor.node().focusWithinProperty().subscribe((was, now) -> {
            if (was && !now && !holdsFocus(editor.node())) {
                close(false);
            }
        });
    }

    /** Whether the editor is open. */
    boolean editing() {
        return editing.isPresent();
    }

    /** The problem with the text typed so far; empty when there is none, or no editor is open. */
    String problem() {
        return editing.map(open -> open.editor.problem().get()).orElse("");
    }

    /**
     * Closes the editor and hands over what was typed; it stays open on text that is no value.
     *
     * @param sure whether an unchanged value counts as a decision as well
     */
    void close(boolean sure) {
        editing.filter(open -> open.editor.problem().get().isEmpty()).ifPresent(open -> {
            abandon();
            Value now = open.editor.value().get();
            if (sure || !now.equals(open.start)) {
                typed.accept(now);
            }
        });
    }

    /** Closes the editor and discards what was typed. */
    void abandon() {
        if (editing.isPresent()) {
            boolean hadFocus = holdsFocus(editing.get().editor.node());
            editing = Optional.empty();
            getChildren().setAll(display);
            if (hadFocus) {
                finished.run();
            }
        }
    }

    /** Moves the keyboard focus back to the open editor. */
    void focusEditor() {
        editing.ifPresent(open -> open.editor.focusTarget().requestFocus());
    }

    /** Whether the keyboard focus is within a node, also while its window is not the active one. */
    private static boolean holdsFocus(Node node) {
        Optional<Node> owner = Optional.ofNullable(node.getScene()).map(Scene::getFocusOwner);
        return owner.isPresent()
                && Stream.<Node>iterate(owner.get(), Objects::nonNull, Node::getParent)
                        .anyMatch(node::equals);
    }
}
