package dev.concord.app.edit;

import dev.concord.app.control.ValueHint;
import dev.concord.ui.text.Texts;
import java.util.StringJoiner;

/**
 * The hint beside a field's name: who sets the value, and whether it is required; while the field has the focus also what it holds,
 * and what was understood of what is typed.
 */
final class FieldHint {
    private FieldHint() {}

    static String of(FieldModel field, boolean focused, ValueHint values, Texts texts) {
        StringJoiner words = new StringJoiner(" · ");
        if (focused) {
            words.add(values.type(field.column()));
            if (field.unreadable().get().isEmpty()) {
                values.meaning(field.value().get(), field.column()).ifPresent(words::add);
            }
        }
        switch (field.lock().get()) {
            case COMPUTED -> words.add(texts.get("edit.hint.computed"));
            case IDENTITY -> words.add(texts.get("edit.hint.identity"));
            case VERSION -> words.add(texts.get("edit.hint.version"));
            case RIGHTS -> words.add(texts.get("edit.hint.rights"));
            case LARGE -> words.add(texts.get("edit.hint.large"));
            case NONE -> {
                if (field.required()) {
                    words.add(texts.get("edit.hint.required"));
                }
            }
            case RECORD -> {}
        }
        return words.toString();
    }
}
