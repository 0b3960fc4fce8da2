package dev.concord.record;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of records for people, besides their keys: the beginning of a record's first text that is not blank. The column chosen for
 * its table comes first, then one that is called a name or a title, then the others. They are used for the titles of records and for
 * the labels of references to them. Immutable.
 *
 * @param chosen the columns chosen by a person, by their tables
 */
public record RecordNames(Map<TableId, String> chosen) {
    /** Nothing is chosen: every name is found by what the columns are called. */
    public static final RecordNames FOUND = new RecordNames(Map.of());

    /** The most characters of a name; a longer one ends in an ellipsis. */
    public static final int LONGEST = 40;

    /** Texts in later columns are usually remarks, not names. */
    private static final int MOST_COLUMNS = 4;

    /** What the column of a name is called, alone or after the table's own name, best first. */
    private static final List<String> NAMES = List.of(
            "name",
            "fullname",
            "displayname",
            "companyname",
            "lastname",
            "surname",
            "familyname",
            "title",
            "subject",
            "label");

    /** The names of people that do not say by themselves who it is. A title beside them is that of a post. */
    private static final Set<String> OF_FAMILIES = Set.of("lastname", "surname", "familyname");

    /** What many records share, which is a name only where there is nothing else. */
    private static final Set<String> SHARED = Set.of("status", "state", "type", "kind", "category", "currency");

    /** The ends of columns that say when, which are texts in SQLite. */
    private static final List<String> TIMES = List.of("date", "time");

    public RecordNames {
        chosen = Map.copyOf(chosen);
    }

    /** Returns these with a column chosen for a table, or with none. */
    public RecordNames with(TableId table, Optional<String> column) {
        Map<TableId, String> changed = new HashMap<>(chosen);
        column.ifPresentOrElse(name -> changed.put(table, name), () -> changed.remove(table));
        return new RecordNames(changed);
    }

    /** Whether a column can be chosen: it holds texts. */
    public static boolean canName(Column column) {
        return column.kind() == ValueKind.TEXT;
    }

    /** Returns the column chosen for a table, if the table has it and it can name a record. */
    public Optional<Column> chosen(Table table) {
        return Optional.ofNullable(chosen.get(table.id()))
                .flatMap(table::column)
                .filter(RecordNames::canName);
    }

    /**
     * Returns the columns a record's name is taken from, the first one that has a text; none if the table has no text
     * outside its key. A text that refers to another table names that table's record, and is left out. What was chosen is not.
     */
    public List<Column> columns(Table table) {
        Optional<Column> first = chosen(table);
        return Stream.concat(first.stream(), found(table).filter(column -> !first.equals(Optional.of(column))))
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static Stream<Column> found(Table table) {
        Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
        Set<String> references = table.foreignKeys().stream()
                .flatMap(reference -> reference.columns().stream())
                .collect(Collectors.toSet());
        String name = plain(table.id().name());
        return table.columns().stream()
                .filter(column ->
                        canName(column) && !key.contains(column.name()) && !references.contains(column.name()))
                .map(column -> Map.entry(rank(plain(column.name()), name), column))
                .sorted(Comparator.comparingInt(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private static int rank(String column, String table) {
        Optional<String> called = called(column, table);
        if (called.isPresent()) {
            return NAMES.indexOf(called.get());
        }
        boolean seldom = SHARED.contains(column) || TIMES.stream().anyMatch(column::endsWith);
        return NAMES.size() + (seldom ? 1 : 0);
    }

    /** Returns what kind of name a column is called; empty where it is called something else. */
    private static Optional<String> called(String column, String table) {
        return NAMES.stream()
                .filter(name -> column.equals(name)
                        || (column.endsWith(name)
                                && sameThing(column.substring(0, column.length() - name.length()), table)))
                .findFirst();
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

    /**
     * A record's name.
     *
     * @param text its name, one line
     * @param alone whether it says by itself which record it is, as people call it: it stands in the column that was chosen, or that is
     *     called a name. Another first text, such as an address, may be the same in many records, and needs the key beside it.
     */
    public record Named(String text, boolean alone) {}

    /** Returns the record's name; empty if all its texts are blank. */
    public Optional<Named> of(Table table, Row row) {
        String name = plain(table.id().name());
        return named(columns(table), row)
                .map(column -> new Named(
                        brief(line(row, column)),
                        chosen(table).equals(Optional.of(column))
                                || called(plain(column.name()), name).stream()
                                        .anyMatch(kind -> !OF_FAMILIES.contains(kind))));
    }

    /** Returns the name of a row of which only some columns were read: the first text that is not blank. */
    public static Optional<String> of(List<Column> columns, Row row) {
        return named(columns, row).map(column -> brief(line(row, column)));
    }

    private static Optional<Column> named(List<Column> columns, Row row) {
        return columns.stream().filter(column -> !line(row, column).isEmpty()).findFirst();
    }

    private static String line(Row row, Column column) {
        Value value = row.get(column.name());
        return value instanceof Value.Text || value instanceof Value.Malformed
                ? value.text().strip().lines().findFirst().orElse("")
                : "";
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
