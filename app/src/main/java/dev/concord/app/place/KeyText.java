package dev.concord.app.place;

import dev.concord.app.control.TypedKey;
import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/** Reads a record's key as typed on the command line: {@code 4711}, or {@code 17/3} for a key of two columns. */
final class KeyText {
    private final TypedKey keys;

    KeyText(Texts texts) {
        this.keys = new TypedKey(texts);
    }

    /** Returns the key; empty when the text is no key of the table. */
    Optional<TypedKey.Named> parse(String typed, Table table) {
        boolean single = table.rowKey().filter(key -> key.columns().size() == 1).isPresent();
        List<String> parts = single ? List.of(typed) : List.of(typed.split("/", -1));
        return keys.read(parts, table) instanceof TypedKey.Named named ? Optional.of(named) : Optional.empty();
    }
}
