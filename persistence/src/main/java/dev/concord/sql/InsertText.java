package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.dialect.Dialect;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/**
 * Rows as INSERT statements that need nothing else: names are quoted, values are written in the database's own way. What the database
 * computes itself is left out; an identity is written as it is. Safe to share between threads.
 */
public final class InsertText {
    private final TableSql sql;
    private final Rendering rendering;

    InsertText(TableSql sql, Rendering rendering) {
        this.sql = sql;
        this.rendering = rendering;
    }

    /** Returns those of some columns that an INSERT can set; a column that the table no longer has is none of them. */
    public List<Column> columns(List<String> names) {
        return names.stream()
                .flatMap(name -> sql.table().column(name).stream())
                .filter(column -> column.generation() != Generation.COMPUTED)
                .toList();
    }

    /**
     * Returns one statement without its semicolon.
     *
     * @param columns what to set, at least one of {@link #columns}
     */
    public String of(List<Column> columns, Row row) {
        boolean identity = columns.stream().anyMatch(column -> column.generation() == Generation.IDENTITY);
        boolean overriding = identity && (sql.dialect() == Dialect.POSTGRESQL || sql.dialect() == Dialect.H2);
        Query insert = DSL.query(
                "insert into {0} ({1})" + (overriding ? " overriding system value" : "") + " values ({2})",
                sql.from(),
                DSL.list(columns.stream().map(column -> DSL.name(column.name())).toList()),
                DSL.list(columns.stream().map(column -> value(column, row)).toList()));
        return rendering.written().renderInlined(insert);
    }

    private Field<Value> value(Column column, Row row) {
        return DSL.val(row.get(column.name()), sql.stored(column.name()).getDataType());
    }
}
