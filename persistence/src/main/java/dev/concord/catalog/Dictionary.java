package dev.concord.catalog;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Reads the data dictionary of one kind of database. Every query is a constant text with bound values: the tables of
 * the dictionaries have fixed names, and no other name ever becomes part of a statement.
 */
interface Dictionary {

    /** Returns every table and view of the user's schemas, with one query. */
    List<TableSummary> tables(DSLContext dsl);

    /** Returns one table, with a few queries; empty when it does not exist. */
    Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly);

    /** Whether nothing changes a row after the statement that wrote it; false where this is not asked of the dictionary. */
    default boolean settledByStatement(DSLContext dsl, TableId id) {
        return false;
    }

    /** Whether the database has triggers that run during COMMIT and may change rows; false where there are no such triggers. */
    default boolean hasDeferredTriggers(DSLContext dsl) {
        return false;
    }

    /**
     * Returns why a write to a table may leave something behind that a rollback does not undo; empty where it cannot.
     *
     * @param event {@code INSERT} or {@code UPDATE}
     */
    default Optional<LastingEffect> lastingEffect(DSLContext dsl, TableId id, String event) {
        return Optional.empty();
    }

    /**
     * Returns the foreign keys that refer to a table: a row for each of their columns, in order, with {@code from_schema},
     * {@code from_name}, {@code own_key}, {@code own_column}, {@code target_column} and {@code rule}, the name of a
     * {@link ReferringKey.OnDelete}.
     */
    List<Record> referring(DSLContext dsl, TableId id);

    /** Returns the number of rows in the database's statistics; empty when they contain none. */
    Optional<Long> statistics(DSLContext dsl, TableId id);
}
