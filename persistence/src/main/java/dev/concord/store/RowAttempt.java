package dev.concord.store;

import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.GuardedWrite.Try;

/**
 * One attempt to write one row of a batch, before COMMIT.
 *
 * @param written the values sent, the version among them; empty when nothing was sent
 * @param result the result of the attempt
 */
record RowAttempt(BatchRow row, Row written, Try<Snapshot> result) {

    /** Whether exactly this row was written. */
    boolean succeeded() {
        return result instanceof Try.Written<Snapshot>;
    }
}
