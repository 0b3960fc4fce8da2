package dev.concord.app.workspace;

import dev.concord.merge.Merging;
import dev.concord.version.Policies;

/** The listener of the code that opened the database of a workspace. FX thread only. */
@FunctionalInterface
public interface WorkspaceOwner {
    /** The user has decided how tables are guarded and merged: from now on these rules hold, and they are kept. */
    void confirmed(Policies policies, Merging merging);

    /** The workspace is closed and its last write has ended: the database may be closed. */
    default void released() {}
}
