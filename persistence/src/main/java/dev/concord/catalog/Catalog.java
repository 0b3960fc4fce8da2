package dev.concord.catalog;

import dev.concord.database.Database;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a live database holds. The list of tables costs one query however many there are; a table's columns and
 * keys are read when first asked for and kept until {@link #forget}. Safe to share between threads; never call it on
 * the FX thread.
 */
public final class Catalog {

    /** Reads the given database. */
    public Catalog(Database database) {}

    /** Returns every table and view of the user's schemas, sorted by name; the database's own are left out. */
    public List<TableSummary> tables() {
        throw new UnsupportedOperationException();
    }

    /** Returns one table; empty when there is none of that name. */
    public Optional<Table> table(TableId id) {
        throw new UnsupportedOperationException();
    }

    /** Reads the table anew when next asked for: after DDL, or after a write that failed over its columns. */
    public void forget(TableId id) {
        throw new UnsupportedOperationException();
    }
}
