package dev.concord.app.workspace;

import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.merge.Merging;
import dev.concord.store.BatchPolicy;
import dev.concord.version.Policies;
import java.util.Optional;

/** The listener of the code that opened the database of a workspace. FX thread only. */
@FunctionalInterface
public interface WorkspaceOwner {
    /** The user has decided how tables are guarded and merged: from now on these rules hold, and they are kept. */
    void confirmed(Policies policies, Merging merging);

    /** How the user wants many records to be saved; empty before it was chosen once. */
    default Optional<BatchPolicy> savingPolicy() {
        return Optional.empty();
    }

    /** The user has chosen how many records are saved: it is kept. */
    default void savingBy(BatchPolicy chosen) {}

    /** Where it is kept how the tables are looked at. */
    default LayoutMemory layouts() {
        return KeptLayouts.forNow();
    }

    /** The workspace is closed and its last write has ended: the database may be closed. */
    default void released() {}
}
