package dev.concord.record;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a record for people, besides its key: the beginning of its first text that is not blank. It is used for
 * the title of a record and for the label of a reference to it.
 */
public final class RecordName {
    /** The most characters of a name; a longer one ends in an ellipsis. */
    public static final int LONGEST = 40;

    /** Texts in later columns are usually remarks, not names. */
    private static final int MOST_COLUMNS = 4;

    private RecordName() {}

    /**
     * Returns the columns a record's name is taken from, the first one that has a text; none if the table has no text
     * outside its key.
     */
    public static List<Column> columns(Table table) {
        Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
        return table.columns().stream()
                .filter(column -> column.kind() == ValueKind.TEXT && !key.contains(column.name()))
                .limit(MOST_COLUMNS)
                .toList();
    }

    /** Returns the record's name, one line; empty if all its texts are blank. */
    public static Optional<String> of(Table table, Row row) {
        return columns(table).stream()
                .map(column -> row.get(column.name()))
                .filter(value -> value instanceof Value.Text || value instanceof Value.Malformed)
                .map(value -> value.text().strip().lines().findFirst().orElse(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(RecordName::brief);
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
