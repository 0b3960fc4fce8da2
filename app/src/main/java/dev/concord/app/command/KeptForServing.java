package dev.concord.app.command;

import dev.concord.app.gateway.ServedDatabase;
import dev.concord.app.journal.MergedWrites;
import dev.concord.database.DatabaseSettings;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;

/** Finds what this computer keeps for a database that is served: its merge rules, and where merges are written down. */
@FunctionalInterface
public interface KeptForServing {
    /** Keeps nothing. */
    KeptForServing NOTHING = (_, store) -> new ServedDatabase(MergedWrites.unkept(store), Merging.DEFAULT);

    /** Returns the database with what is kept for it. */
    ServedDatabase of(DatabaseSettings settings, RecordStore store);
}
