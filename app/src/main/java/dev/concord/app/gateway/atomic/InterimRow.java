package dev.concord.app.gateway.atomic;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row between two operations of one request.
 *
 * @param read the row as it was read before the transaction; empty for one that the request inserts
 * @param row its values, as far as they are known before the transaction
 * @param snapshot finds the row among what the operations before came to
 * @param deleted whether an operation before has deleted it
 */
record InterimRow(Optional<Snapshot> read, Row row, Function<List<Entry>, Snapshot> snapshot, boolean deleted) {

    /** A row that was read. */
    static InterimRow of(Snapshot read) {
        return new InterimRow(Optional.of(read), read.row(), _ -> read, false);
    }

    /** A row that an operation inserts. */
    static InterimRow inserted(Row known, int operation) {
        return new InterimRow(Optional.empty(), known, before -> saved(before, operation), false);
    }

    /** Returns this row, written whatever somebody else has made of it. */
    InterimRow unguarded() {
        return new InterimRow(
                read,
                row,
                before -> {
                    Snapshot found = snapshot.apply(before);
                    return new Snapshot(found.key(), found.row(), Optional.empty(), found.readAt());
                },
                deleted);
    }

    /** Returns this row after an operation has written it. */
    InterimRow written(Row values, int operation) {
        return new InterimRow(read, row.withAll(values), before -> saved(before, operation), false);
    }

    /** Returns this row after an operation has deleted it. */
    InterimRow gone() {
        return new InterimRow(read, row, snapshot, true);
    }

    private static Snapshot saved(List<Entry> before, int operation) {
        return ((BatchOutcome.Saved) before.get(operation)).snapshot();
    }
}
