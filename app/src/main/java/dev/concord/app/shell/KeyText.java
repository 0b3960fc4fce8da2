package dev.concord.app.shell;

import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/** Reads a record's key as typed on the command line: {@code 4711}, or {@code 17/3} for a key of two columns. */
final class KeyText {
    private final ValueText values;

    KeyText(Texts texts) {
        this.values = new ValueText(texts);
    }

    /** Returns the key; empty when the text is no key of the table. */
    Optional<RecordKey> parse(String typed, Table table) {
        List<String> columns = table.rowKey().map(key -> key.columns()).orElse(List.of());
        String[] parts = columns.size() == 1 ? new String[] {typed} : typed.split("/", -1);
        if (columns.isEmpty() || parts.length != columns.size()) {
            return Optional.empty();
        }
        Row row = Row.EMPTY;
        for (int i = 0; i < parts.length; i++) {
            Optional<Column> column = table.column(columns.get(i));
            if (column.isEmpty() || !(values.parse(parts[i], column.get()) instanceof Parsed.Read read)) {
                return Optional.empty();
            }
            row = row.with(columns.get(i), read.value());
        }
        return Optional.of(new RecordKey(table.id(), row));
    }
}
