package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The form's commands; a button that would do nothing is disabled. */
final class EditToolbar extends HBox {
    /** In pixels; in a narrower toolbar only Save shows its word. */
    private static final int ROOM_FOR_WORDS = 470;

    private final Texts texts;

    EditToolbar(EditModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("edit-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        EditActions can = model.actions();
        Button save = words("save", Icon.SAVE, can.save(), model::save);
        save.getStyleClass().add(Styles.ACCENT);
        keepFocus(save);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button discard = words("discard", Icon.DISCARD, can.discard(), model::discard);
        Button add = words("new", Icon.NEW, can.add(), model::newRecord);
        widthProperty().subscribe(width -> {
            ContentDisplay display =
                    width.intValue() < ROOM_FOR_WORDS ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            discard.setContentDisplay(display);
            add.setContentDisplay(display);
        });
        getChildren()
                .addAll(
                        save,
                        discard,
                        icon("undo", Icon.UNDO, can.undo(), model::undo),
                        icon("redo", Icon.REDO, can.redo(), model::redo),
                        gap,
                        busy(model),
                        icon("refresh", Icon.REFRESH, can.refresh(), model::refresh),
                        icon("delete", Icon.DELETE, can.delete(), model::delete),
                        add);
    }

    private ProgressIndicator busy(EditModel model) {
        ProgressIndicator ring = new ProgressIndicator();
        ring.setAccessibleText(texts.get("edit.busy"));
        ring.visibleProperty().bind(model.busy());
        return ring;
    }

    private Button words(String what, Icon icon, BooleanExpression can, Runnable action) {
        Button button = new Button(texts.get("edit." + what), icon.node());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return command(button, what, can, action);
    }

    /** A click takes the keyboard focus, and a button that is disabled then loses it: the field that had it gets it back. */
    private static void keepFocus(Button button) {
        ObjectProperty<Optional<Node>> before = new SimpleObjectProperty<>(Optional.empty());
        button.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                press -> before.set(Optional.ofNullable(button.getScene().getFocusOwner())));
        EventHandler<ActionEvent> act = button.getOnAction();
        button.setOnAction(event -> {
            before.get().ifPresent(Node::requestFocus);
            before.set(Optional.empty());
            act.handle(event);
        });
    }

    private Button icon(String what, Icon icon, BooleanExpression can, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(texts.get("edit." + what));
        return command(button, what, can, action);
    }

    private Button command(Button button, String what, BooleanExpression can, Runnable action) {
        button.setId("edit-" + what);
        button.disableProperty().bind(can.not());
        Hint.put(button, texts.get("edit." + what + ".tip"));
        button.setOnAction(event -> action.run());
        return button;
    }
}
