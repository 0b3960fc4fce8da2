package dev.concord.app.workspace;

import dev.concord.merge.Merging;
import dev.concord.version.Policies;

/** Told what becomes of the database of a workspace, by whoever opened it. FX thread only. */
@FunctionalInterface
public interface WorkspaceOwner {
    /** The user has confirmed how tables are guarded and merged: the database has to be shown anew by these rules. */
    void confirmed(Policies policies, Merging merging);

    /** The workspace is closed and its last write has ended: the database may be closed. */
    default void released() {}
}
