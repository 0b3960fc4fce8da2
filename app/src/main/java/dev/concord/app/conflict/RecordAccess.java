package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HeldRow;
import dev.concord.app.conflict.hold.HoldResult;
import dev.concord.app.conflict.reference.ReferenceState;
import dev.concord.app.conflict.reference.TargetRow;
import dev.concord.app.task.Promise;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a merge asks of the database, and of those who know it. All of it may take its time and is called in the
 * background, except what answers at once. Nothing but {@link #save} and a decided {@link #hold} changes anything.
 */
public interface RecordAccess {

    /** The one guarded save. */
    SaveOutcome save(Draft draft);

    /** Tries a save and takes it back: what the database would not accept, nothing when it would accept it all. */
    List<Violation> rehearse(Draft draft);

    /**
     * Where a reference leads.
     *
     * @param from the referring columns' values, none of them NULL
     */
    ReferenceState lead(ForeignKey reference, Row from);

    /** Rows a reference can lead to whose label or key contains what was typed; a short list, best first. */
    List<TargetRow> search(ForeignKey reference, String typed);

    /** Whether rows can be held: not where everybody would wait for one person. Answers at once. */
    boolean holdsRows();

    /**
     * Keeps everybody else from changing a row until it is decided, given up, or the time is over. Comes back when it has
     * ended.
     *
     * @param held told once nobody else can change the row: what it is, and when the hold ends by itself
     * @param decision what to save; giving it up ends the hold
     */
    HoldResult hold(RecordKey key, Consumer<HeldRow> held, Promise<Draft> decision);

    /** Whether another window of this program wrote a row as it is. Answers at once. */
    boolean writtenHere(Snapshot row);
}
