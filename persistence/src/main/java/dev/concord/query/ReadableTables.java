package dev.concord.query;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordNames;
import dev.concord.sql.TableAccess;
import java.util.Optional;
import java.util.function.Function;

/** Finds the tables that queries read. Safe to share between threads. */
public interface ReadableTables {

    /**
     * Runs a query on a table, and once more with the table read anew from the catalog when the first run shows that what
     * was known of the table is out of date.
     *
     * @return what the query returned; empty when there is no such table
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    <T> Optional<T> read(TableId table, Function<TableAccess, T> query);

    /** Returns how records are named now. */
    RecordNames names();
}
