package dev.concord.app.conflict.hold;

import dev.concord.app.task.Promise;
import dev.concord.outcome.HoldOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import java.util.function.Consumer;

/** Locks a row in the database for a short time while a person decides. */
public interface HoldAccess {

    /** Whether rows can be held at all; not in a database that locks more than the row. Returns immediately. */
    boolean holdsRows();

    /**
     * Prevents all other users from changing a row until it is decided, released, or its time is over. Called in the
     * background; returns when the hold has ended.
     *
     * @param held called in the background once no other user can change the row
     * @param decision what to save; cancelling it releases the row
     */
    HoldOutcome hold(RecordKey key, Consumer<HeldRow> held, Promise<Draft> decision);
}
