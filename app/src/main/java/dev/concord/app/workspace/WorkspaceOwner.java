package dev.concord.app.workspace;

import dev.concord.merge.Merging;
import dev.concord.version.Policies;

/** The listener of the code that opened the database of a workspace. FX thread only. */
@FunctionalInterface
public interface WorkspaceOwner {
    /**
     * The user has confirmed how tables are guarded and merged: the database has to be shown again with these rules.
     */
    void confirmed(Policies policies, Merging merging);

    /** The workspace is closed and its last write has ended: the database may be closed. */
    default void released() {}
}
