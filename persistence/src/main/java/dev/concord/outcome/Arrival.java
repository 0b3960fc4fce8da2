package dev.concord.outcome;

import dev.concord.record.Snapshot;

/** What has become of a save whose program ended before the answer, as far as the database shows it. Immutable. */
public sealed interface Arrival {
    /** The database has the row as it was sent. */
    record Arrived(Snapshot row) implements Arrival {}

    /** The database has a row that may be what was sent. */
    record Possible(Snapshot row) implements Arrival {}

    /** Nothing shows that anything arrived. */
    record Unseen() implements Arrival {}
}
