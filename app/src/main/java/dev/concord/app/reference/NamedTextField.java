package dev.concord.app.reference;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A text field for a key, which reads out the name of the row when that is shown in place of the key. */
final class NamedTextField extends TextField {
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

    private String name = "";

    /** The name shown with its key; empty while the key itself is. */
    void name(String shown) {
        if (!name.equals(shown)) {
            name = shown;
            pseudoClassStateChanged(NAMED, !shown.isEmpty());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !name.isEmpty()
                ? name
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
