package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.version.Policies;
import java.util.Optional;

/**
 * The one way to read and write rows. Every write is one guarded statement or a short guarded READ COMMITTED
 * transaction; what can be expected to happen is an {@link Outcome}, only faults are thrown. Safe to share between
 * threads; never call it on the FX thread.
 */
public final class RecordStore {
    private final Catalog catalog;

    /** A store over an open database; the policies say how each table's writes are checked. */
    public RecordStore(Database database, Catalog catalog, Policies policies) {
        this.catalog = catalog;
    }

    /** What the database holds. */
    public Catalog catalog() {
        return catalog;
    }

    /** Reads one row with its version token; empty when it is not there. */
    public Optional<Snapshot> find(RecordKey key) {
        throw new UnsupportedOperationException();
    }

    /** Reads the next rows of a table, for looking at. */
    public Page page(PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Inserts a draft without a base. */
    public InsertOutcome insert(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Writes a draft's changes if the row is still the draft's base. A draft without changes writes nothing. */
    public SaveOutcome save(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Deletes a row if it is still the snapshot. */
    public DeleteOutcome delete(Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }
}
