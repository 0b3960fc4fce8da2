package dev.concord.record;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of a record for people, besides its key: the beginning of its first text that is not blank, where a column that is called
 * a name or a title comes before the others. It is used for the title of a record and for the label of a reference to it.
 */
public final class RecordName {
    /** The most characters of a name; a longer one ends in an ellipsis. */
    public static final int LONGEST = 40;

    /** Texts in later columns are usually remarks, not names. */
    private static final int MOST_COLUMNS = 4;

    /** What the column of a name is called, alone or after the table's own name, best first. */
    private static final List<String> NAMES = List.of("name", "title", "subject", "label");

    /** What many records share, which is a name only where there is nothing else. */
    private static final Set<String> SHARED = Set.of("status", "state", "type", "kind", "category", "currency");

    private RecordName() {}

    /**
     * Returns the columns a record's name is taken from, the first one that has a text; none if the table has no text
     * outside its key. A text that refers to another table names that table's record, and is left out.
     */
    public static List<Column> columns(Table table) {
        Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
        Set<String> references = table.foreignKeys().stream()
                .flatMap(reference -> reference.columns().stream())
                .collect(Collectors.toSet());
        String name = plain(table.id().name());
        return table.columns().stream()
                .filter(column -> column.kind() == ValueKind.TEXT
                        && !key.contains(column.name())
                        && !references.contains(column.name()))
                .sorted(Comparator.comparingInt(column -> rank(plain(column.name()), name)))
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static int rank(String column, String table) {
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            boolean tables = column.length() > name.length()
                    && column.endsWith(name)
                    && sameThing(column.substring(0, column.length() - name.length()), table);
            if (column.equals(name) || tables) {
                return i;
            }
        }
        return NAMES.size() + (SHARED.contains(column) ? 1 : 0);
    }

    /** Whether a word is the table's name, which is often in the plural. */
    private static boolean sameThing(String word, String table) {
        return table.equals(word)
                || table.equals(word + "s")
                || (word.endsWith("y") && table.equals(word.substring(0, word.length() - 1) + "ies"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
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
