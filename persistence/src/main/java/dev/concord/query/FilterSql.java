package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.ValueKind;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A filter as a condition of SQL on one table. Every value of it is bound, never written into the statement. */
final class FilterSql {
    private static final char ESCAPE = '!';

    /** What the whole of a value is shorter than. */
    private static final int WHOLE = 1 << 24;

    private final TableSql sql;
    private final ReadableTables tables;

    /**
     * Filters one table.
     *
     * @param tables where the tables that its foreign keys refer to are found; asked while a condition is made
     */
    FilterSql(TableSql sql, ReadableTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    Condition of(RowFilter filter) {
        List<Condition> all =
                new ArrayList<>(filter.columns().stream().map(this::of).toList());
        if (!filter.search().isEmpty()) {
            all.add(search(filter.search()));
        }
        if (!filter.among().isEmpty()) {
            all.add(among(filter.among()));
        }
        return DSL.and(all);
    }

    private Condition among(List<Row> rows) {
        List<String> names = rows.getFirst().columns().list();
        if (!names.stream().allMatch(name -> sql.table().column(name).isPresent())) {
            return DSL.falseCondition();
        }
        List<Field<Value>> fields = names.stream().map(sql::stored).toList();
        if (fields.size() == 1) {
            return fields.getFirst()
                    .in(rows.stream().map(row -> row.get(names.getFirst())).toList());
        }
        return DSL.row(List.copyOf(fields))
                .in(rows.stream().map(row -> values(row, names, fields)).toList());
    }

    private static RowN values(Row row, List<String> names, List<Field<Value>> fields) {
        return DSL.row(IntStream.range(0, names.size())
                .mapToObj(i -> DSL.val(row.get(names.get(i)), fields.get(i)))
                .toList());
    }

    private Condition of(ColumnCondition condition) {
        return sql.table()
                .column(condition.column())
                .map(column -> any(condition.anyOf().stream().map(test -> of(column, test))))
                .orElseGet(DSL::falseCondition);
    }

    private Condition of(Column column, Test test) {
        Field<Value> field = sql.stored(column.name());
        return switch (test) {
            case ColumnCondition.IsNull _ -> field.isNull();
            case ColumnCondition.NotNull _ -> field.isNotNull();
            case ColumnCondition.Contains(String text) -> like(column, "%", text);
            case ColumnCondition.Begins(String text) -> like(column, "", text);
            case ColumnCondition.Named(String text) -> named(column, text);
            case ColumnCondition.NoneOf(List<Test> tests) ->
                field.isNotNull().andNot(any(tests.stream().map(one -> of(column, one))));
            case ColumnCondition.Between(Value least, Value most) -> field.between(least, most);
            case ColumnCondition.Within(Value from, Value before) ->
                field.ge(from).and(field.lt(before));
            case ColumnCondition.Compared(ColumnCondition.Relation relation, Value with) ->
                switch (relation) {
                    case EQUAL -> field.eq(with);
                    case LESS -> field.lt(with);
                    case AT_MOST -> field.le(with);
                    case GREATER -> field.gt(with);
                    case AT_LEAST -> field.ge(with);
                };
        };
    }

    /** Tried by the shortest foreign key the column is part of. */
    private Condition named(Column column, String text) {
        return sql.table().foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .min(Comparator.comparingInt(key -> key.columns().size()))
                .flatMap(key -> tables.read(key.target(), TableAccess::sql).map(target -> refersTo(key, target, text)))
                .orElseGet(DSL::falseCondition);
    }

    /** Not by EXISTS, where a table that refers to itself would need a second name. */
    private Condition refersTo(ForeignKey key, TableSql target, String text) {
        FilterSql names = new FilterSql(target, tables);
        Select<Record> found = DSL.select(
                        key.targetColumns().stream().map(target::stored).toList())
                .from(target.from())
                .where(any(tables.names().columns(target.table()).stream().map(name -> names.like(name, "%", text))));
        return DSL.row(key.columns().stream().map(sql::stored).toList()).in(found);
    }

    private Condition search(String text) {
        List<Column> columns =
                sql.table().columns().stream().filter(this::searched).toList();
        return any(columns.stream().map(column -> like(column, "%", text)));
    }

    /** Texts are searched, and the columns of the key whatever they hold. */
    private boolean searched(Column column) {
        return (sql.keyColumns().contains(column.name()) && column.kind() != ValueKind.BINARY)
                || switch (column.kind()) {
                    case TEXT, ENUM, JSON -> true;
                    default -> false;
                };
    }

    private Condition like(Column column, String before, String text) {
        if (column.kind() == ValueKind.BINARY && !sql.anyTypeAnywhere()) {
            return DSL.falseCondition();
        }
        String pattern = before + DSL.escape(text, ESCAPE) + "%";
        return DSL.lower(text(column)).like(DSL.lower(DSL.val(pattern)), ESCAPE);
    }

    private Field<String> text(Column column) {
        boolean text = column.kind() == ValueKind.TEXT && !sql.anyTypeAnywhere();
        return DSL.field("{0}", SQLDataType.VARCHAR, text ? sql.stored(column.name()) : sql.asText(column, WHOLE));
    }

    private static Condition any(Stream<Condition> conditions) {
        return conditions.reduce(Condition::or).orElseGet(DSL::falseCondition);
    }
}
