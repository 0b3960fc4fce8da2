package dev.concord.sql;

import dev.concord.outcome.LockOutcome;
import java.time.Duration;

/** How long to wait for a row that another transaction has locked. */
public sealed interface LockWait {

    /** Do not wait: the outcome is {@link LockOutcome.Busy}. */
    record NoWait() implements LockWait {}

    /**
     * Wait; the outcome is {@link LockOutcome.Busy} when the row is still locked after that time.
     *
     * @param longest how long, not negative; MariaDB and MySQL count whole seconds and round up
     */
    record UpTo(Duration longest) implements LockWait {
        public UpTo {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("A wait cannot be negative: " + longest);
            }
        }

        /** Returns the time in milliseconds, at least 1, because 0 means without limit in PostgreSQL. */
        int millis() {
            return Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE);
        }

        /** Returns the time in whole seconds, rounded up. */
        int seconds() {
            return Math.clamp(longest.plusMillis(999).toSeconds(), 1, Integer.MAX_VALUE);
        }
    }

    /** Do not wait: the outcome is {@link LockOutcome.Skipped}. For workers that take the next row instead. */
    record SkipLocked() implements LockWait {}

    /** Returns the wait of no time. */
    static LockWait noWait() {
        return new NoWait();
    }

    /** Returns a wait of at most that time. */
    static LockWait upTo(Duration longest) {
        return new UpTo(longest);
    }

    /** Returns the wait that skips locked rows. */
    static LockWait skipLocked() {
        return new SkipLocked();
    }
}
