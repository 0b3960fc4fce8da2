package dev.concord.outcome;

import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;

/** The results a guarded write can have. Everything expected is a value here; only faults are thrown. */
public final class Outcome {
    private Outcome() {}

    /** Nothing was written to an existing row, for whatever reason. */
    public sealed interface Unwritten extends SaveOutcome, DeleteOutcome permits Stale, Gone, Failure {}

    /** The write failed for a reason that has nothing to do with a colleague's change. */
    public sealed interface Failure extends Unwritten, InsertOutcome
            permits Refused, Rejected, LockTimeout, TableChanged, Unconfirmed {}

    /**
     * The row is in the database as asked.
     *
     * @param snapshot the row as the database holds it now, read in the writing transaction, its token fit for the next
     *     write
     */
    public record Saved(Snapshot snapshot) implements SaveOutcome, InsertOutcome {}

    /** The row is deleted. */
    public record Deleted(RecordKey key) implements DeleteOutcome {}

    /**
     * Somebody changed the row since the base was read; nothing was written.
     *
     * @param theirs the row as the database holds it now, read in a new transaction
     */
    public record Stale(Snapshot theirs) implements Unwritten {}

    /** The row is no longer there, or no longer visible to this user; nothing was written. */
    public record Gone(RecordKey key) implements Unwritten {}

    /**
     * The write was not carried out although the row is unchanged.
     *
     * @param reason why
     * @param detail the database's own message; empty when there is none
     */
    public record Refused(Reason reason, String detail) implements Failure {
        /** Why a write was refused. */
        public enum Reason {
            /** The table has no usable key or no transactions, or is a view. */
            READ_ONLY,
            /** The database was opened for reading only. */
            OPENED_READ_ONLY,
            /** The user may not write here. */
            NOT_PERMITTED,
            /** The user may write to other columns of the table, but not to this one; the detail is its name. */
            COLUMN_NOT_PERMITTED,
            /** The user may not read every column, and a change to the others would be deleted unseen. */
            NOT_ALL_READABLE,
            /** A trigger or rule of the database suppressed the write. */
            SUPPRESSED,
            /** A trigger, or a default that looks at other columns, makes the key, and MySQL does not say which; give one. */
            KEY_UNKNOWN,
            /**
             * A column looks like a version, and nobody has decided whether saves move it. The detail is the column. The
             * row is as it was; the write can be repeated after the decision.
             */
            VERSION_UNDECIDED,
            /** The table's mode requires a token and the draft carries none. */
            TOKEN_REQUIRED,
            /** The key named more than one row; nothing was written. */
            NOT_UNIQUE,
            /** The version column has reached the largest number its type can hold. */
            VERSION_EXHAUSTED,
            /**
             * A version made by the database or by a caller's function was the same after the write as before. It proves
             * nothing, so the write was rolled back.
             */
            VERSION_STOOD_STILL,
            /** Only the version was to be moved, and the table has none, or the database moves it. */
            NO_VERSION,
            /** A value too large to be held in memory was to be written, of which only the size and digest are known; the detail is its column. */
            TOO_LARGE,
            /** A row was to be locked for a person, and the database (SQLite) can lock the whole file only. */
            NO_ROW_LOCK,
            /** The journal could not be written, so neither was the row; the detail is the journal's file. */
            NOT_KEPT,
            /**
             * The database's file was replaced, moved or deleted while it was open, so the write would have been lost. Open the
             * database again; the detail is the driver's message.
             */
            FILE_REPLACED,
            /** The connection was lost, or none was to be had; the row is as it was. Trying again is safe. */
            CONNECTION_LOST,
            /**
             * The database failed for a reason that is not the row's: it was shut down, its disk is full. The detail is its
             * message. The row is as it was; trying again is safe.
             */
            NOT_CARRIED_OUT
        }
    }

    /** The database's constraints do not accept the values; nothing was written. At least one violation. */
    public record Rejected(List<Violation> violations) implements Failure {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /** Another transaction held the row longer than the lock timeout, or a deadlock persisted; nothing was written. */
    public record LockTimeout(RecordKey key) implements Failure {}

    /** The table's columns are no longer those the draft was made with; nothing was written. */
    public record TableChanged(String detail) implements Failure {}

    /**
     * The connection was lost during COMMIT, and reading the row again did not settle whether the write happened: it could
     * not be read, or a third writer has changed it since. Never repeat the write blindly.
     *
     * @param present the row as it is now; empty when it could not be read or does not exist
     * @param detail the driver's own message
     */
    public record Unconfirmed(Optional<Snapshot> present, String detail) implements Failure {}
}
