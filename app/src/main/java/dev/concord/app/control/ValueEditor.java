package dev.concord.app.control;

import dev.concord.record.Value;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/** Edits one value of one column. The form and the merge's Result column use the same editors. FX thread only. */
public interface ValueEditor {

    /** What to put on the screen; the same node every time. */
    Node node();

    /** The node that takes the keyboard. */
    Node focusTarget();

    /** The value as typed so far; keeps the last readable value while the text is no value of the column's type. */
    ObjectProperty<Value> value();

    /** One sentence when the typed text is no value of the column's type; empty otherwise. */
    ReadOnlyStringProperty problem();
}
