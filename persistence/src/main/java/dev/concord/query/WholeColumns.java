package dev.concord.query;

import dev.concord.record.Row;
import dev.concord.sql.RenderedQuery;
import dev.concord.sql.TableAccess;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** The columns of a page of whole rows, as one row is read for editing. */
record WholeColumns(TableAccess table) implements PageColumns {

    @Override
    public List<Field<?>> fields(PageOrder order) {
        return table.sql().readings();
    }

    @Override
    public RenderedQuery query(Select<?> select, PageOrder order, Condition filter) {
        return table.queries().rendered(table.statements().reading(select), filter);
    }

    @Override
    public List<Row> rows(List<Row> read, PageOrder order) {
        return read;
    }
}
