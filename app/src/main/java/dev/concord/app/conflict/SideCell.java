package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.ComparedValue;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One side's value of one field, with the button that chooses it. */
final class SideCell extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final String CLICKABLE = "clickable";

    private final Choice choice;
    private final ComparedValue value;
    private final RadioButton use = new RadioButton();
    private final Note caption;
    private boolean clickChooses;

    /**
     * A cell that is still empty.
     *
     * @param side the style class, and the last part of the message keys
     */
    SideCell(String side, Choice choice, String field, ValueDisplay values, Consumer<Choice> choose) {
        this.choice = choice;
        this.value = new ComparedValue(values);
        getStyleClass().addAll("conflict-cell", "conflict-" + side);
        setAlignment(Pos.TOP_LEFT);
        use.setAccessibleText(values.texts().get("conflict.use." + side, field));
        use.setFocusTraversable(false);
        use.setOnAction(event -> choose.accept(choice));
        use.setMinWidth(USE_PREF_SIZE);
        VBox content = new VBox(value);
        caption = Note.in(content, "concord-muted", "conflict-caption");
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        getChildren().addAll(use, content);
        setOnMouseClicked(event -> {
            if (clickChooses) {
                choose.accept(choice);
            }
        });
    }

    /** Shows the side's value against the base. */
    void show(FieldMerge field) {
        field.value(choice).ifPresent(side -> value.show(side, field.column(), field.base()));
    }

    /** Whether this cell represents a choice. */
    boolean is(Choice other) {
        return choice.equals(other);
    }

    /**
     * A line under the value; empty for none.
     *
     * @param bad whether it says that something is wrong
     */
    void caption(String text, boolean bad) {
        caption.say(text, bad);
    }

    /**
     * Shows whether it can be, and is, what the result comes from.
     *
     * @param offered whether the button is to be seen
     * @param clickable whether a click anywhere in the cell chooses it
     */
    void offer(boolean offered, boolean clickable, boolean chosen) {
        use.setVisible(offered || chosen);
        use.setSelected(chosen);
        clickChooses = clickable;
        pseudoClassStateChanged(CHOSEN, chosen);
        getStyleClass().removeAll(CLICKABLE);
        if (clickable) {
            getStyleClass().add(CLICKABLE);
        }
    }
}
