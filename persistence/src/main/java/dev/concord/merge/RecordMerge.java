package dev.concord.merge;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * The three-way comparison of a stale draft with the row as the database holds it now. Immutable, and a pure function
 * of its arguments.
 *
 * @param table the row's table
 * @param mine the stale draft, as it was edited
 * @param theirs the row in the database now
 * @param rules how this table's rows are merged
 * @param fields every column in the table's order; columns only a row knows follow at the end
 */
public record RecordMerge(Table table, Draft mine, Snapshot theirs, MergeRules rules, List<FieldMerge> fields) {

    public RecordMerge {
        fields = List.copyOf(fields);
    }

    /**
     * Compares column by column.
     *
     * @param setByDatabase columns the database makes although the catalog cannot tell: the version column, columns set
     *     by triggers; generated columns need not be named
     */
    public static RecordMerge of(
            Table table, Draft mine, Snapshot theirs, Set<String> setByDatabase, MergeRules rules) {
        Row base = mine.base().map(Snapshot::row).orElse(Row.EMPTY);
        List<FieldMerge> fields = columns(table, base, theirs.row(), mine.changes()).stream()
                .map(column -> FieldMerge.of(
                        column,
                        base.get(column.name()),
                        theirs.row().get(column.name()),
                        mine.get(column.name()),
                        setByDatabase.contains(column.name()),
                        mine.added().contains(column.name()),
                        rules.of(column)))
                .toList();
        return new RecordMerge(table, mine, theirs, rules, fields).grouped(Set.of());
    }

    /** Returns this merge with some groups split, so that their columns stand for themselves. */
    RecordMerge grouped(Set<ColumnGroup> split) {
        List<String> written = fields.stream()
                .filter(field -> field.own() != Change.SET_BY_DATABASE)
                .map(FieldMerge::name)
                .toList();
        List<FieldMerge> grouped = Grouping.of(table, rules, written, split).applied(fields);
        return new RecordMerge(table, mine, theirs, rules, grouped);
    }

    /** The columns to be decided together with one, which is among them. */
    List<FieldMerge> together(FieldMerge field) {
        return field.group().isEmpty()
                ? List.of(field)
                : fields.stream()
                        .filter(other -> other.group().equals(field.group()))
                        .toList();
    }

    /** Whether nothing is left to decide. */
    public boolean clean() {
        return decisions().isEmpty();
    }

    /** Whether it may be saved without a person having seen it. */
    public boolean automatic() {
        return clean() && rules.automatic() != MergeRules.Automatic.NOTHING;
    }

    /** The columns a person must decide. */
    public List<FieldMerge> decisions() {
        return having(Change.DECISION);
    }

    /** The columns with one of some kinds of change. */
    public List<FieldMerge> having(Change... changes) {
        List<Change> wanted = List.of(changes);
        return fields.stream().filter(field -> wanted.contains(field.change())).toList();
    }

    /** The column's comparison. */
    public Optional<FieldMerge> field(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }

    /**
     * The merged row as a draft on the database's values: what only the person changed is its change.
     *
     * @throws IllegalStateException when there is a decision to make
     */
    public Draft merged() {
        return draft(FieldMerge::settled, FieldMerge::origin);
    }

    /**
     * Returns a draft on the database's values.
     *
     * @param results gives each column's value; empty while it is undecided
     * @param origins gives why each column has its value
     * @throws IllegalStateException when a column is undecided
     */
    Draft draft(Function<FieldMerge, Optional<Value>> results, Function<FieldMerge, ValueOrigin> origins) {
        Draft draft = Draft.of(theirs);
        for (FieldMerge field : fields) {
            Value result =
                    results.apply(field).orElseThrow(() -> new IllegalStateException("Undecided: " + field.name()));
            if (!result.equals(field.theirs())) {
                draft = isSum(field, origins.apply(field))
                        ? draft.adding(field.name(), result)
                        : draft.with(field.name(), result);
            }
        }
        return draft;
    }

    /** Whether the result is both changes of a quantity, so that it is saved as a number to be added. */
    private boolean isSum(FieldMerge field, ValueOrigin origin) {
        return switch (origin) {
            case ValueOrigin.ByRule(Rule rule) -> rule == Rule.QUANTITY;
            case ValueOrigin.Chosen(Choice choice) -> choice instanceof Choice.Sum;
            case ValueOrigin.Mine _ -> mine.added().contains(field.name());
            default -> false;
        };
    }

    private static Collection<Column> columns(Table table, Row... rows) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        for (Row row : rows) {
            row.values().keySet().forEach(name -> columns.computeIfAbsent(name, RecordMerge::unknown));
        }
        return columns.values();
    }

    /** A column added since the table was described. */
    private static Column unknown(String name) {
        return new Column(name, "", ValueKind.OTHER, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
