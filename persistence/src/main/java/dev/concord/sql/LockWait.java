package dev.concord.sql;

import dev.concord.outcome.LockOutcome;
import java.time.Duration;

/** What to do about a row somebody else holds. */
public sealed interface LockWait {

    /** Answer at once that it is {@link LockOutcome.Busy}. */
    record NoWait() implements LockWait {}

    /**
     * Wait, and answer {@link LockOutcome.Busy} when it is still held after that time.
     *
     * @param longest how long; MariaDB and MySQL count whole seconds, a part of one is a whole one there
     */
    record UpTo(Duration longest) implements LockWait {
        public UpTo {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("A wait cannot be negative: " + longest);
            }
        }

        /** In milliseconds, never less than one, because PostgreSQL takes none for ever. */
        int millis() {
            return Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE);
        }

        /** In whole seconds, rounded up. */
        int seconds() {
            return Math.clamp(longest.plusMillis(999).toSeconds(), 1, Integer.MAX_VALUE);
        }
    }

    /** Answer at once that it was {@link LockOutcome.Skipped}: for workers who take the next row instead. */
    record SkipLocked() implements LockWait {}

    /** Does not wait. */
    static LockWait noWait() {
        return new NoWait();
    }

    /** Waits for so long. */
    static LockWait upTo(Duration longest) {
        return new UpTo(longest);
    }

    /** Leaves a locked row to whoever holds it. */
    static LockWait skipLocked() {
        return new SkipLocked();
    }
}
