package dev.concord.app.control;

import dev.concord.record.Value;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

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

    /** The word shown in place of NULL, for rows where leaving a column alone means something else; NULL at first. */
    StringProperty nullText();
}
