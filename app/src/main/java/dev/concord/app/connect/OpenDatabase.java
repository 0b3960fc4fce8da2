package dev.concord.app.connect;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;

/**
 * A database a person works with, until it is closed. Immutable; closing may take a moment and is not for the FX thread.
 *
 * @param database the connections
 * @param catalog what is in it
 * @param store the way to its rows
 * @param policies how its tables are guarded
 * @param sample whether it is Concord's own sample, where a colleague may be played
 * @param label a short name for people
 * @param settings how to open it again; without the password
 */
public record OpenDatabase(
        Database database,
        Catalog catalog,
        RecordStore store,
        Policies policies,
        boolean sample,
        String label,
        DatabaseSettings settings)
        implements AutoCloseable {

    public OpenDatabase {
        settings = new DatabaseSettings(settings.safeAddress(), settings.user(), Secret.NONE, settings.readOnly());
    }

    static OpenDatabase over(Database database, Policies policies, DatabaseSettings settings) {
        Catalog catalog = new Catalog(database);
        RecordStore store = new RecordStore(database, catalog, policies);
        return new OpenDatabase(database, catalog, store, policies, false, database.label(), settings);
    }

    OpenDatabase asSample(String name) {
        return new OpenDatabase(database, catalog, store, policies, true, name, settings);
    }

    /** Returns the same database, its connections shared, with other policies. */
    public OpenDatabase guardedBy(Policies other) {
        RecordStore guarded = new RecordStore(database, catalog, other);
        return new OpenDatabase(database, catalog, guarded, other, sample, label, settings);
    }

    @Override
    public void close() {
        database.close();
    }
}
