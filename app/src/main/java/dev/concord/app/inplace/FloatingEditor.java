package dev.concord.app.inplace;

import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.app.control.ValueHint;
import dev.concord.app.reference.ReferenceEditor;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * The editor of the value edited in its cell: one node above the grid, which goes where the cell goes. Scrolling cannot end it, because it
 * is no part of a cell. It ends when the keyboard focus goes elsewhere, and what was typed stays.
 */
public final class FloatingEditor {
    /** Narrower columns get an editor of this width, in pixels. */
    private static final double NARROWEST = 140;

    /** Buttons and lists need more room than a text. */
    private static final double ROOM = 100;

    private final CellEditModel model;
    private final ReferenceLinks links;
    private final EditorHost host;
    private final Texts texts;
    private final Pane layer = new Pane();
    private final VBox box = new VBox();
    private final ValueHint hints;
    private final Label meant = new Label();
    private final Label message = new Label("", Icon.WARNING.node());
    private final Label refusal = new Label("", Icon.INFO.node());
    private final Label composed = new Label();
    private final Runnable follow = this::follow;
    private Optional<Opened> opened = Optional.empty();
    private EditStart start = EditStart.CONTENT;
    private boolean typing;

    /** An editor on the screen. */
    private record Opened(CellEdit edit, ValueEditor editor, Scene scene) {}

    /** The editor of a model, shown in {@link #layer}. */
    public FloatingEditor(CellEditModel model, ReferenceLinks links, EditorHost host, Texts texts) {
        this.model = model;
        this.links = links;
        this.host = host;
        this.texts = texts;
        this.hints = new ValueHint(texts, Clock.system(ZoneId.systemDefault()));
        layer.setPickOnBounds(false);
        layer.setMouseTransparent(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(layer.widthProperty());
        clip.heightProperty().bind(layer.heightProperty());
        layer.setClip(clip);
        box.setManaged(false);
        box.setId("cell-editor");
        box.getStyleClass().add("cell-editor");
        message.getStyleClass().add("cell-message");
        message.setWrapText(true);
        message.managedProperty().bind(message.visibleProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        meant.getStyleClass().add("cell-meant");
        meant.setMinWidth(0);
        meant.managedProperty().bind(meant.visibleProperty());
        meant.visibleProperty()
                .bind(meant.textProperty()
                        .isNotEmpty()
                        .and(message.textProperty().isEmpty()));
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        box.addEventFilter(
                KeyEvent.KEY_TYPED,
                key -> opened.ifPresent(
                        shown -> host.reveal(shown.edit().key(), shown.edit().column())));
        refusal.setId("cell-refusal");
        refusal.getStyleClass().add("cell-message");
        refusal.setManaged(false);
        composed.setId("cell-composed");
        composed.getStyleClass().add("cell-composed");
        composed.setManaged(false);
        composed.setVisible(false);
        layer.getChildren().setAll(refusal, composed);
        model.shown().subscribe(this::show);
        model.refusal().subscribe(this::refuse);
    }

    /** What to put above the grid, with the grid's size. */
    public Node layer() {
        return layer;
    }

    /**
     * Begins to edit a cell.
     *
     * @param how what stands in the editor at first
     */
    public void begin(CellTarget target, EditStart how) {
        start = how;
        typing = how instanceof EditStart.Typed;
        boolean difference = how instanceof EditStart.Typed(String text) && model.beginsDifference(target, text);
        boolean begun = model.begin(target, difference);
        if (!begun) {
            // The edit before needs an answer first.
            opened.ifPresent(shown -> {
                host.reveal(shown.edit().key(), shown.edit().column());
                shown.editor().focusTarget().requestFocus();
            });
        }
    }

    private void show(Optional<CellEdit> wanted) {
        close();
        Scene scene = layer.getScene();
        if (wanted.isEmpty() || scene == null) {
            return;
        }
        CellEdit edit = wanted.get();
        ValueEditor editor = edit.difference()
                ? new DifferenceEditor(edit.column(), edit::from, texts)
                : edit.reference()
                        .<ValueEditor>map(key ->
                                ReferenceEditor.inCell(new CellReference(edit, key), links, edit.column(), texts))
                        .orElseGet(() -> ValueEditors.forColumn(edit.column(), texts));
        editor.value().bindBidirectional(edit.value());
        editor.unreadable().bindBidirectional(edit.unreadable());
        message.textProperty().bind(edit.message().flatMap(why -> why.isEmpty() ? editor.problem() : edit.message()));
        meant.textProperty().bind(Bindings.createStringBinding(() -> meaning(edit), edit.value(), edit.unreadable()));
        box.getChildren().setAll(editor.node(), meant, message);
        layer.getChildren().setAll(refusal, composed, box);
        opened = Optional.of(new Opened(edit, editor, scene));
        editor.focusTarget().setAccessibleText(edit.column().name());
        host.reveal(edit.key(), edit.column());
        // A control without a skin takes no keys, and the next one may be on its way.
        box.applyCss();
        box.layout();
        editor.focusTarget().requestFocus();
        follow();
        scene.addPostLayoutPulseListener(follow);
        fill(editor);
        start = EditStart.CONTENT;
    }

    /** What was understood of a date or a time. */
    private String meaning(CellEdit edit) {
        boolean time =
                switch (edit.column().kind()) {
                    case DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> true;
                    default -> false;
                };
        return time && edit.unreadable().get().isEmpty()
                ? hints.meaning(edit.value().get(), edit.column()).orElse("")
                : "";
    }

    private void fill(ValueEditor editor) {
        if (!(editor.focusTarget() instanceof TextInputControl text)) {
            if (editor.focusTarget() instanceof ComboBoxBase<?> list) {
                list.show();
                if (start instanceof EditStart.Typed(String typed)) {
                    Event.fireEvent(
                            list,
                            new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
                }
            }
            return;
        }
        switch (start) {
            case EditStart.Typed(String typed)
            when text.isEditable() -> {
                text.replaceText(0, text.getLength(), typed);
                text.end();
            }
            case EditStart.Typed _ -> text.end();
            case EditStart.Content _ -> text.end();
        }
    }

    private void close() {
        opened.ifPresent(shown -> {
            opened = Optional.empty();
            shown.scene().removePostLayoutPulseListener(follow);
            shown.editor().value().unbindBidirectional(shown.edit().value());
            shown.editor().unreadable().unbindBidirectional(shown.edit().unreadable());
            message.textProperty().unbind();
            meant.textProperty().unbind();
            layer.getChildren().setAll(refusal, composed);
            box.getChildren().clear();
        });
    }

    /**
     * Shows in the current cell what an input method is composing, before there is an editor.
     *
     * @param text empty when nothing is composed any more
     */
    public void composing(String text) {
        composed.setText(text);
        Optional<Bounds> cell =
                text.isEmpty() ? Optional.empty() : host.current().map(layer::sceneToLocal);
        composed.setVisible(cell.isPresent());
        cell.ifPresent(place -> composed.resizeRelocate(
                place.getMinX(),
                place.getMinY(),
                Math.max(place.getWidth(), composed.prefWidth(-1)),
                place.getHeight()));
    }

    /** Says below the current cell why it cannot be changed. */
    private void refuse(String why) {
        refusal.setText(why);
        Optional<Bounds> cell =
                why.isEmpty() ? Optional.empty() : host.current().map(layer::sceneToLocal);
        refusal.setVisible(!why.isEmpty());
        refusal.autosize();
        double x = cell.map(Bounds::getMinX).orElse(0.0);
        double y = cell.map(Bounds::getMaxY).orElse(0.0);
        refusal.relocate(
                Math.max(0, Math.min(x, layer.getWidth() - refusal.getWidth())),
                Math.min(y, Math.max(0, layer.getHeight() - refusal.getHeight())));
    }

    /** Goes where the cell is, and ends when the keyboard focus is elsewhere. */
    private void follow() {
        opened.ifPresent(shown -> {
            Node focused = shown.scene().getFocusOwner();
            if (focused != null && !within(focused) && model.leave()) {
                return;
            }
            host.place(shown.edit().key(), shown.edit().column())
                    .map(layer::sceneToLocal)
                    .ifPresentOrElse(this::place, () -> box.relocate(-2 * box.getWidth(), 0));
        });
    }

    private void place(Bounds cell) {
        double wanted =
                Math.max(cell.getWidth(), Math.max(NARROWEST, Math.min(box.prefWidth(-1), cell.getWidth() + ROOM)));
        double width = Math.min(wanted, layer.getWidth());
        double height = Math.max(cell.getHeight(), box.prefHeight(width));
        double x = Math.min(cell.getMinX(), layer.getWidth() - width);
        double y = cell.getMaxY() <= layer.getHeight()
                ? Math.min(cell.getMinY(), layer.getHeight() - height)
                : cell.getMinY();
        box.resizeRelocate(x, y, width, height);
    }

    private boolean within(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(box::equals);
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.S && model.end()) {
            // The key goes on to the window, which saves what was typed.
            host.leave(CellMove.NONE);
        }
        if (key.isShortcutDown()
                && key.getCode() == KeyCode.ENTER
                && key.getTarget() instanceof TextInputControl text) {
            key.consume();
            String typed = text.getText();
            model.cancel();
            host.fill(typed);
            return;
        }
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isMetaDown();
        boolean listOpen = opened.map(Opened::editor)
                .filter(editor -> editor.focusTarget() instanceof ComboBoxBase<?> list && list.isShowing())
                .isPresent();
        boolean taken = opened.filter(shown -> shown.editor().takes(key)).isPresent();
        if (!plain || listOpen || taken) {
            return;
        }
        boolean ends = key.getCode() == KeyCode.TAB || (key.getCode() == KeyCode.ENTER && !key.isShiftDown());
        if (ends && opened.filter(shown -> !shown.editor().finish()).isPresent()) {
            key.consume();
            return;
        }
        CellMove move =
                switch (key.getCode()) {
                    case ENTER -> key.isShiftDown() ? CellMove.NONE : CellMove.DOWN;
                    case TAB -> key.isShiftDown() ? CellMove.PREVIOUS : CellMove.NEXT;
                    case UP, KP_UP -> arrow(key, CellMove.UP);
                    case DOWN, KP_DOWN -> arrow(key, CellMove.DOWN);
                    case LEFT, KP_LEFT -> arrow(key, CellMove.LEFT);
                    case RIGHT, KP_RIGHT -> arrow(key, CellMove.RIGHT);
                    default -> CellMove.NONE;
                };
        if (move != CellMove.NONE) {
            key.consume();
            if (model.end()) {
                host.leave(move);
            }
        } else if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.cancel();
            host.leave(CellMove.NONE);
        } else if (key.getCode() == KeyCode.F2) {
            key.consume();
            typing = !typing;
        }
    }

    /** While a value is typed the arrow keys go to the next cell; while one is changed they go through its text. */
    private CellMove arrow(KeyEvent key, CellMove move) {
        boolean text = key.getTarget() instanceof TextInputControl;
        return typing && text && !key.isShiftDown() ? move : CellMove.NONE;
    }
}
