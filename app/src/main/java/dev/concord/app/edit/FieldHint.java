package dev.concord.app.edit;

import dev.concord.catalog.Column;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.StringJoiner;

/** The hint beside a field's name: the database's type, who sets the value, and whether it is required. */
final class FieldHint {
    private FieldHint() {}

    static String of(FieldModel field, Texts texts) {
        StringJoiner words = new StringJoiner(" · ");
        words.add(type(field.column()));
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

    /** Some databases report a size of many digits for types without a limit; it is left out. */
    private static String type(Column column) {
        String name = column.typeName().toLowerCase(Locale.ROOT);
        boolean sized = column.size() > 0 && column.size() < 100_000;
        return switch (column.kind()) {
            case TEXT -> sized ? name + "(" + column.size() + ")" : name;
            case DECIMAL -> sized ? name + "(" + column.size() + "," + column.scale() + ")" : name;
            default -> name;
        };
    }
}
