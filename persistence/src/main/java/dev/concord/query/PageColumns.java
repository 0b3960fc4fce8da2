package dev.concord.query;

import dev.concord.record.Row;
import dev.concord.sql.RenderedQuery;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** What a page reads of each row. */
interface PageColumns {

    /** What is selected; the columns of the order are among it as they are stored. */
    List<Field<?>> fields(PageOrder order);

    /**
     * Renders a query of these fields.
     *
     * @param filter the part of its condition whose values are the first ones, and stay the same
     */
    RenderedQuery query(Select<?> select, PageOrder order, Condition filter);

    /** Makes the rows of a page of those read. */
    List<Row> rows(List<Row> read, PageOrder order);
}
