package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.sql.RenderedQuery;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The columns of a page that only shows which rows were written: the key, and the column that every write moves.
 *
 * @param moving the table's {@linkplain TableAccess#movingColumn moving column}, which may be a hidden one
 */
record VersionColumns(TableAccess table, Column moving) implements PageColumns {

    @Override
    public List<Field<?>> fields(PageOrder order) {
        TableSql sql = table.sql();
        List<Field<?>> fields = new ArrayList<>();
        key().forEach(column -> fields.add(sql.reading(column)));
        fields.add(sql.reading(moving, DSL.field(DSL.name(moving.name()))));
        return fields;
    }

    @Override
    public RenderedQuery query(Select<?> select, PageOrder order, Condition filter) {
        List<Column> reads = new ArrayList<>(key());
        reads.add(moving);
        return table.queries().rendered(select, reads, filter);
    }

    @Override
    public List<Row> rows(List<Row> read, PageOrder order) {
        return read;
    }

    private List<Column> key() {
        TableSql sql = table.sql();
        return sql.keyColumns().stream().map(sql::column).toList();
    }
}
