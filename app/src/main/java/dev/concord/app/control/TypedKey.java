package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Reads the key of one row as typed, one text for each of its columns, so that a value may contain any character.
 * Immutable, safe to share between threads.
 *
 * <p>Bytes of a text that belong to no character are written as they are shown, {@code M\xFCller}. The same characters may be a text
 * of their own, and then they are; any other byte may be written so, too, to tell one from the other.
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

    /**
     * They name a row, which may or may not be there.
     *
     * @param key the key as typed
     * @param marked the key if marks in it stand for bytes; empty where it has none
     */
    public record Named(RecordKey key, Optional<RecordKey> marked) implements Answer {

        /**
         * Reads the row that is meant; empty where there is none.
         *
         * @throws dev.concord.outcome.StoreFault when the database cannot be read
         */
        public Optional<Snapshot> in(RecordStore store) {
            return store.find(key).or(() -> marked.flatMap(store::find));
        }
    }

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
        Row marked = Row.EMPTY;
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            switch (parse(typed.get(i), table.column(name).orElseThrow())) {
                case Parsed.Read read
                when !read.value().isNull() -> {
                    row = row.with(name, read.value());
                    marked = marked.with(name, StoredText.ofMarked(typed.get(i)).orElse(read.value()));
                }
                case Parsed.Read _ -> {
                    return new Unreadable(name, texts.get("value.unreadable.empty"));
                }
                case Parsed.Unreadable unreadable -> {
                    return new Unreadable(name, unreadable.sentence());
                }
            }
        }
        return new Named(
                new RecordKey(table.id(), row),
                marked.equals(row) ? Optional.empty() : Optional.of(new RecordKey(table.id(), marked)));
    }

    /** SQLite keeps texts in columns of any type, so what is no value of the column may be a text that is not valid. */
    private Parsed parse(String typed, Column column) {
        Parsed parsed = values.parseWritten(typed, column);
        return parsed instanceof Parsed.Unreadable && column.kind() != ValueKind.BINARY
                ? StoredText.ofMarked(typed)
                        .filter(Value.Malformed.class::isInstance)
                        .<Parsed>map(Parsed.Read::new)
                        .orElse(parsed)
                : parsed;
    }
}
