package dev.concord.app.control;

import dev.concord.record.Value;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Edits one value of one column. The form and the merge's Result column use the same editors. FX thread only. */
public interface ValueEditor {

    /** What to put on the screen; the same node every time. */
    Node node();

    /** The node that takes the keyboard focus; may change when the value does. */
    Node focusTarget();

    /**
     * The value as typed so far; keeps the last readable value while the text is no value of the column's type. Setting
     * it shows the value, unless there is {@link #unreadable} text, which must be cleared first.
     */
    ObjectProperty<Value> value();

    /** One sentence when the typed text is no value of the column's type; empty otherwise. */
    ReadOnlyStringProperty problem();

    /**
     * The text as typed while it is no value of the column's type; empty otherwise. Setting it shows that text, and
     * setting the empty text shows {@link #value} again.
     */
    StringProperty unreadable();

    /** Whether the user may change the value; true at first. */
    BooleanProperty editable();

    /** Whether a list that the editor has open takes a key, which then means nothing else. */
    default boolean takes(KeyEvent key) {
        return false;
    }

    /**
     * Takes what is selected in a list that the editor has open, because the editing is about to end.
     *
     * @return whether it may end; otherwise the list is about to be there, with something to choose
     */
    default boolean finish() {
        return true;
    }

    /** The word shown in place of NULL, for rows where leaving a column alone means something else; NULL at first. */
    StringProperty nullText();
}
