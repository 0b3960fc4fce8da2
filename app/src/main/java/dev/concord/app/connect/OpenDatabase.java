package dev.concord.app.connect;

import dev.concord.agreement.GuardAgreement;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.util.function.UnaryOperator;

/**
 * An open database with its catalog and store, which knows how its tables are guarded. Closing may block, so never close it on the FX
 * thread.
 *
 * @param database the connections
 * @param catalog its tables
 * @param store reads and writes its rows
 * @param sample whether it is Concord's own sample, in which a practice conflict can be started
 * @param label a short name to display
 * @param settings how to open it again; without the password
 */
public record OpenDatabase(
        Database database, Catalog catalog, RecordStore store, boolean sample, String label, DatabaseSettings settings)
        implements AutoCloseable {

    public OpenDatabase {
        settings = new DatabaseSettings(settings.safeAddress(), settings.user(), Secret.NONE, settings.readOnly());
    }

    /** Reads what was agreed about the database's tables; blocks. */
    static OpenDatabase over(Database database, Policies policies, DatabaseSettings settings) {
        Catalog catalog = new Catalog(database);
        RecordStore store = new RecordStore(database, catalog, new GuardAgreement(database).over(policies));
        return new OpenDatabase(database, catalog, store, false, database.label(), settings);
    }

    /** Guards its tables differently from now on; returns this database. */
    public OpenDatabase guardedBy(UnaryOperator<Policies> change) {
        store.guardBy(change.apply(store.policies()));
        return this;
    }

    public OpenDatabase asSample(String name) {
        return new OpenDatabase(database, catalog, store, true, name, settings);
    }

    @Override
    public void close() {
        database.close();
    }
}
