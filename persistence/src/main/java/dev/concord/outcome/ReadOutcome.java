package dev.concord.outcome;

import java.util.function.Function;

/**
 * How a read ended. That a relation cannot be read is expected, as is everything a database reports: a view may be broken, a
 * right may be missing, a connection may be lost.
 *
 * @param <T> what was to be read
 */
public sealed interface ReadOutcome<T> {

    /** It was read. */
    record Read<T>(T result) implements ReadOutcome<T> {}

    /**
     * The database did not let it be read.
     *
     * @param why what kind of reason
     * @param detail the database's message
     */
    record Unreadable<T>(Reason why, String detail) implements ReadOutcome<T> {

        /** Returns the same for a read of something else. */
        public <U> Unreadable<U> other() {
            return new Unreadable<>(why, detail);
        }
    }

    /** Why something cannot be read. */
    enum Reason {
        /** The user has no right to read it. */
        NOT_PERMITTED,
        /** Somebody else has locked it for too long. */
        LOCKED,
        /** The connection was lost; reading may succeed later. */
        CONNECTION_LOST,
        /** Anything else: a broken view, a missing module, collation, file or server. */
        NOT_CARRIED_OUT
    }

    /** Returns the outcome of a read that goes on with what was read. */
    default <U> ReadOutcome<U> then(Function<T, ReadOutcome<U>> next) {
        return switch (this) {
            case Read<T>(T result) -> next.apply(result);
            case Unreadable<T> unreadable -> unreadable.other();
        };
    }
}
