package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.Dialect;
import dev.concord.record.ColumnNames;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * One table for jOOQ: its quoted name, and for each column the stored field, the expression that reads it and the binding of
 * its values. Immutable; made once for a table and a dialect.
 */
public final class TableSql {
    /** Columns and marks; each mark is a query of its own, of which SQLite allows 499 in a statement. */
    private static final int MOST_QUERIES_IN_SQLITE = 800;

    /** PostgreSQL allows 1664 columns in a result; a few are left for what else a statement returns. */
    private static final int MOST_RESULTS_IN_POSTGRES = 1600;

    private final Table table;
    private final Rendering rendering;
    private final Name name;
    private final List<Column> readColumns;
    private final List<Column> markedColumns;
    private final List<String> keyColumns;
    private final boolean bytewise;
    private final ColumnNames keyNames;
    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final Map<String, Field<Value>> stored = new LinkedHashMap<>();

    /** Describes a table and the hidden columns of the database that are read besides its own. */
    TableSql(Table table, List<Column> hidden, Rendering rendering) {
        this.table = table;
        this.rendering = rendering;
        this.name = table.id().schema().isEmpty()
                ? DSL.name(table.id().name())
                : DSL.name(table.id().schema(), table.id().name());
        List<Column> all = new ArrayList<>(table.columns());
        all.addAll(hidden);
        this.readColumns = List.copyOf(all);
        this.markedColumns = all.stream()
                .filter(column -> rendering.transfer().mark(column).isPresent())
                .toList();
        this.keyColumns = table.rowKey().map(Key::columns).orElse(List.of());
        this.bytewise = table.rowKey().filter(Key::bytewise).isPresent();
        this.keyNames = ColumnNames.of(keyColumns);
        for (Column column : readColumns) {
            byName.put(column.name(), column);
            stored.put(column.name(), DSL.field(name.append(column.name()), type(column)));
        }
    }

    /**
     * Returns a column by its name.
     *
     * @throws IllegalArgumentException when the table has none of that name
     */
    public Column column(String column) {
        return Optional.ofNullable(byName.get(column)).orElseThrow(() -> unknown(column));
    }

    /** The names of all columns read. */
    Set<String> names() {
        return byName.keySet();
    }

    /** Every column a row is read with: the table's, then the hidden ones. */
    List<Column> readColumns() {
        return readColumns;
    }

    /** The table's name as a statement has it. */
    String quotedName() {
        return rendering.written().render(from());
    }

    public Table table() {
        return table;
    }

    public Dialect dialect() {
        return rendering.dialect();
    }

    public org.jooq.Table<Record> from() {
        return DSL.table(name);
    }

    /** Whether any column may hold values of any type, whatever type it declares. */
    public boolean anyTypeAnywhere() {
        return dialect() == Dialect.SQLITE;
    }

    /** The columns that name a row. */
    public List<String> keyColumns() {
        return keyColumns;
    }

    /** Whether any row can have the key: a text that is not valid may be one this database does not store. */
    boolean mayHave(RecordKey key) {
        return keyColumns.stream()
                .allMatch(each -> !(key.columns().get(each) instanceof Value.Malformed malformed)
                        || ((anyTypeAnywhere() || column(each).kind().isText())
                                && rendering.transfer().holds(malformed)));
    }

    /** The column as it is written and compared. */
    public Field<Value> stored(String column) {
        return Optional.ofNullable(stored.get(column)).orElseThrow(() -> unknown(column));
    }

    /** The column as it is compared and ordered; a key of an unknown collation byte by byte. */
    Field<Value> compared(String column) {
        Field<Value> field = stored(column);
        return bytewise && keyColumns.contains(column)
                ? DSL.field("{0} collate binary", field.getDataType(), field)
                : field;
    }

    private IllegalArgumentException unknown(String column) {
        return new IllegalArgumentException("No column of " + table.id().name() + ": " + column);
    }

    /** The column as it is read whole. */
    public Field<Value> reading(Column column) {
        return reading(column, stored(column.name()));
    }

    /** The column as it is read whole, by its name alone, where SQL allows no more. */
    Field<Value> readingUnqualified(Column column) {
        return reading(column, DSL.field(DSL.name(column.name())));
    }

    /** Any expression of the column's type, read the way the column is. */
    public Field<Value> reading(Column column, Field<?> expression) {
        return DSL.field(rendering.transfer().reading(column), type(column), expression);
    }

    /** The column as it is read for looking at: the beginning of a long text, the number of bytes. */
    public Field<Value> beginning(Column column, int length) {
        if (column.kind() == ValueKind.BINARY && !anyTypeAnywhere()) {
            return DSL.field("octet_length({0})", LengthBinding.TYPE, stored(column.name()));
        }
        return beginning(rendering.transfer().beginning(column), column, length);
    }

    /** The first characters of the column as text, to order and find rows by. */
    public Field<Value> asText(Column column, int length) {
        return column.kind() == ValueKind.BINARY && !anyTypeAnywhere()
                ? beginning(column, length)
                : beginning(rendering.transfer().beginningAsText(column), column, length);
    }

    private Field<Value> beginning(String template, Column column, int length) {
        return DSL.field(template, type(column), reading(column), DSL.inline(length), stored(column.name()));
    }

    /** What reads a whole row: every column, then the marks of values too large to be read. */
    public List<Field<?>> readings() {
        return readings(column -> stored(column.name()));
    }

    /** The same by the columns' names alone. */
    List<Field<?>> readingsUnqualified() {
        return readings(column -> DSL.field(DSL.name(column.name())));
    }

    private List<Field<?>> readings(Function<Column, Field<?>> field) {
        List<Field<?>> readings = new ArrayList<>();
        for (Column column : readColumns) {
            readings.add(DSL.field(rendering.transfer().whole(column), type(column), field.apply(column)));
        }
        if (!marksLater()) {
            for (Column column : markedColumns()) {
                readings.add(mark(column, field.apply(column)));
            }
        }
        return readings;
    }

    /** The mark of a column's value: its size and digest if it is too large, otherwise NULL. */
    Field<String> mark(Column column) {
        return mark(column, stored(column.name()));
    }

    private Field<String> mark(Column column, Field<?> field) {
        return DSL.field(rendering.transfer().mark(column).orElseThrow(), String.class, field);
    }

    /** Whether a column's value is too large to be read. */
    Condition tooLarge(Column column) {
        Field<Value> field = stored(column.name());
        return DSL.condition(
                "({0} is not null and {1} is null)",
                field, DSL.field(rendering.transfer().whole(column), type(column), field));
    }

    /** Whether the table has more columns than one statement can read together with a mark for each. */
    boolean marksLater() {
        int most =
                switch (dialect()) {
                    case SQLITE -> MOST_QUERIES_IN_SQLITE;
                    case POSTGRESQL -> MOST_RESULTS_IN_POSTGRES;
                    case H2, MARIADB, MYSQL -> Integer.MAX_VALUE;
                };
        return readColumns.size() + markedColumns.size() > most;
    }

    /** The columns whose values may be too large to be read. */
    List<Column> markedColumns() {
        return markedColumns;
    }

    /** Makes a row from a record whose first fields are the columns. */
    public Row row(Record record, Collection<Column> columns) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        int index = 0;
        for (Column column : columns) {
            values.put(column.name(), (Value) record.get(index));
            index++;
        }
        return Row.of(values);
    }

    /** The key of a row of this table. */
    public RecordKey keyOf(Row row) {
        return new RecordKey(
                table.id(), Row.of(keyNames, keyColumns.stream().map(row::get).toList()));
    }

    /** The placeholder of a value, on which the text of a statement depends. */
    public String placeholder(Column column, Value value) {
        return rendering.transfer().placeholder(column, value);
    }

    /** The placeholders of a key's values, on which the text of a statement depends. */
    List<String> placeholders(Row key) {
        return keyColumns.stream()
                .map(column -> placeholder(column(column), key.get(column)))
                .toList();
    }

    /** Equality that also holds between two NULLs. */
    public Condition is(String column, Value value) {
        Field<Value> field = compared(column);
        return value.isNull() ? field.isNull() : field.eq(place(column, value));
    }

    /**
     * A value that says which row is meant, or where a page begins. SQLite plans a statement anew for each value it can look at, which takes
     * longer than finding the row: the sign hides it, and changes no value.
     */
    public Field<Value> place(String column, Value value) {
        Field<Value> bound = DSL.val(value, type(column(column)));
        return anyTypeAnywhere() ? DSL.field("+{0}", bound.getDataType(), bound) : bound;
    }

    private DataType<Value> type(Column column) {
        return ValueBinding.type(rendering.transfer(), column);
    }
}
