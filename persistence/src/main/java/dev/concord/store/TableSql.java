package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.database.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * One table in jOOQ's terms: its quoted name, and for each column the stored field, the expression that reads it and
 * the binding between both. Made once for a table and a dialect; statements rendered from it could be kept here too.
 */
final class TableSql {
    private final Table table;
    private final Dialect dialect;
    private final ValueTransfer transfer;
    private final Name name;
    private final Map<String, Field<Value>> stored = new LinkedHashMap<>();

    TableSql(Table table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.transfer = ValueTransfer.of(dialect);
        this.name = table.id().schema().isEmpty()
                ? DSL.name(table.id().name())
                : DSL.name(table.id().schema(), table.id().name());
        for (Column column : table.columns()) {
            stored.put(column.name(), DSL.field(name.append(column.name()), type(column)));
        }
    }

    Table table() {
        return table;
    }

    Dialect dialect() {
        return dialect;
    }

    org.jooq.Table<Record> from() {
        return DSL.table(name);
    }

    /** Whether any column may hold values of any type, whatever type it declares. */
    boolean anyTypeAnywhere() {
        return dialect == Dialect.SQLITE;
    }

    /** The columns that name a row. */
    List<String> keyColumns() {
        return table.rowKey().map(Key::columns).orElse(List.of());
    }

    /** The column as it is written and compared. */
    Field<Value> stored(String column) {
        return Optional.ofNullable(stored.get(column))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No column of " + table.id().name() + ": " + column));
    }

    /** The column's name alone, for the few places where SQL allows no more. */
    Field<Value> unqualified(String column) {
        return DSL.field(DSL.name(column), stored(column).getDataType());
    }

    /** The column as it is read whole. */
    Field<Value> reading(Column column) {
        return reading(column, stored(column.name()));
    }

    /** Any expression of the column's type, read the way the column is. */
    Field<Value> reading(Column column, Field<?> expression) {
        return DSL.field(transfer.reading(column), type(column), expression);
    }

    /** The column as it is read for looking at: the beginning of a long text, the number of bytes. */
    Field<Value> beginning(Column column, int length) {
        if (column.kind() == ValueKind.BINARY && !anyTypeAnywhere()) {
            return DSL.field("octet_length({0})", LengthBinding.TYPE, stored(column.name()));
        }
        return DSL.field(transfer.beginning(column), type(column), reading(column), DSL.inline(length));
    }

    /** The column as text, for types that have no order of their own. */
    Field<Value> asText(Column column) {
        return DSL.field(transfer.beginning(column), type(column), reading(column), DSL.inline(Page.TEXT_LENGTH));
    }

    List<Field<Value>> readings(Collection<Column> columns) {
        return columns.stream().map(this::reading).toList();
    }

    /** Turns what {@link #readings} selected into a row. */
    Row row(Record record, Collection<Column> columns) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        int index = 0;
        for (Column column : columns) {
            values.put(column.name(), (Value) record.get(index));
            index++;
        }
        return new Row(values);
    }

    /** The key of a row of this table. */
    RecordKey keyOf(Row row) {
        return new RecordKey(table.id(), row.only(keyColumns()));
    }

    /** The condition that names one row. */
    Condition is(RecordKey key) {
        return DSL.and(keyColumns().stream()
                .map(column -> is(column, key.columns().get(column)))
                .toList());
    }

    /** Equality that also holds between two NULLs. */
    Condition is(String column, Value value) {
        Field<Value> field = stored(column);
        return value.isNull() ? field.isNull() : field.eq(value);
    }

    private DataType<Value> type(Column column) {
        return ValueBinding.type(transfer, column);
    }
}
