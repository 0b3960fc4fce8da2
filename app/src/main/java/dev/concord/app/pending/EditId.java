package dev.concord.app.pending;

import dev.concord.record.RecordKey;
import java.util.Optional;

/** Names the record of a pending edit, also one that has no key yet. Immutable. */
public sealed interface EditId {

    /** A record that is in the database. */
    record Existing(RecordKey record) implements EditId {}

    /**
     * A record that is not in the database yet.
     *
     * @param number differs from that of every other new record of the window
     */
    record New(long number) implements EditId {}

    /** The record's key; empty for a new record. */
    default Optional<RecordKey> key() {
        return switch (this) {
            case Existing(RecordKey record) -> Optional.of(record);
            case New _ -> Optional.empty();
        };
    }
}
