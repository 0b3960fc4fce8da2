package dev.concord.app.control;

import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.List;

/**
 * Reads the key of one row as typed, one text for each of its columns, so that a value may contain any character.
 * Immutable, safe to share between threads.
 */
public final class TypedKey {
    private final Texts texts;
    private final ValueText values;

    /** Understands values in the locale of the given texts. */
    public TypedKey(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** What the texts mean; switch over it exhaustively. */
    public sealed interface Answer {}

    /** They name a row, which may or may not be there. */
    public record Named(RecordKey key) implements Answer {}

    /**
     * They are more or fewer than the key has columns.
     *
     * @param columns the key's columns in its order; none where the table has no key that names one row
     */
    public record Miscounted(List<String> columns) implements Answer {
        public Miscounted {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One of them is no value of its column.
     *
     * @param column the column's name
     * @param sentence what was expected, to display
     */
    public record Unreadable(String column, String sentence) implements Answer {}

    /** Reads the texts, which are in the order of the key's columns. */
    public Answer read(List<String> typed, Table table) {
        List<String> columns = table.rowKey().map(key -> key.columns()).orElse(List.of());
        if (columns.isEmpty() || typed.size() != columns.size()) {
            return new Miscounted(columns);
        }
        Row row = Row.EMPTY;
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            switch (values.parseWritten(typed.get(i), table.column(name).orElseThrow())) {
                case Parsed.Read read when !read.value().isNull() -> row = row.with(name, read.value());
                case Parsed.Read _ -> {
                    return new Unreadable(name, texts.get("value.unreadable.empty"));
                }
                case Parsed.Unreadable unreadable -> {
                    return new Unreadable(name, unreadable.sentence());
                }
            }
        }
        return new Named(new RecordKey(table.id(), row));
    }
}
