package dev.concord.catalog;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * How one kind of database describes itself. Every query is a constant text with bound values: the dictionaries' own
 * tables have fixed names, and no name from outside ever becomes part of a statement.
 */
interface Dictionary {

    /** Every table and view of the user's schemas, in one query. */
    List<TableSummary> tables(DSLContext dsl);

    /** One table, in a handful of queries; empty when it is not there. */
    Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly);

    /** Whether nothing changes a row after the statement that wrote it. */
    boolean settledByStatement(DSLContext dsl, TableId id);

    /** The number of rows the database's statistics name; empty when they name none. */
    Optional<Long> statistics(DSLContext dsl, TableId id);
}
