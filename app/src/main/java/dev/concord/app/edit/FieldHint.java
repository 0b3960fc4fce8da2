package dev.concord.app.edit;

import dev.concord.catalog.Column;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.StringJoiner;

/** What a field takes, in a few small words: the database's type, and who sets it or whether it must be given. */
final class FieldHint {
    private FieldHint() {}

    static String of(FieldModel field, Texts texts) {
        StringJoiner words = new StringJoiner(" · ");
        words.add(type(field.column()));
        switch (field.lock().get()) {
            case COMPUTED -> words.add(texts.get("edit.hint.computed"));
            case IDENTITY -> words.add(texts.get("edit.hint.identity"));
            case VERSION -> words.add(texts.get("edit.hint.version"));
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

    /** Unbounded types are given a size of many digits by some databases, which tells people nothing. */
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
