package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HoldAccess;
import dev.concord.app.reference.ReferenceAccess;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordNames;
import dev.concord.record.Snapshot;

/**
 * All that a merge asks the database for. Called in the background, except for methods that return immediately. Nothing
 * but {@link #save} and a decided {@link #hold} changes anything.
 */
public interface RecordAccess extends ReferenceAccess, HoldAccess {

    /** The one guarded save. */
    SaveOutcome save(Draft draft);

    /** Saves and rolls back: returns what the database would reject, or why it was not tried. */
    DryRunOutcome dryRun(Draft draft);

    /** How records are named. Returns immediately. */
    RecordNames names();

    /** Whether another window of this program wrote the row in its present state. Returns immediately. */
    boolean writtenHere(Snapshot row);
}
