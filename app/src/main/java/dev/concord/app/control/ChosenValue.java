package dev.concord.app.control;

import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The properties of an editor whose value is chosen, not typed: it is always readable. */
final class ChosenValue {
    private final ObjectProperty<Value> value = new SimpleObjectProperty<>(this, "value", Value.ofNull());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final StringProperty unreadable = new SimpleStringProperty(this, "unreadable", "");
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
    private final StringProperty nullText;

    ChosenValue(Texts texts) {
        nullText = new SimpleStringProperty(this, "nullText", texts.get("value.null"));
    }

    ObjectProperty<Value> value() {
        return value;
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    StringProperty unreadable() {
        return unreadable;
    }

    BooleanProperty editable() {
        return editable;
    }

    StringProperty nullText() {
        return nullText;
    }
}
