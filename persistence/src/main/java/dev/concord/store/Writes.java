package dev.concord.store;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The writes to one table, of drafts and of programs that hold only a key and a token: first the preconditions that need no
 * database, then one guarded write.
 */
final class Writes {
    /** How long a person who wants to hold a row waits for its lock. */
    private static final Duration WAIT_TO_HOLD = Duration.ofSeconds(5);

    private final OpenTable open;
    private final boolean readOnly;

    Writes(OpenTable open, boolean readOnly) {
        this.open = open;
        this.readOnly = readOnly;
    }

    InsertOutcome insert(Row values) {
        return failedToInsert(values)
                .<InsertOutcome>map(why -> why)
                .orElseGet(() -> new GuardedInsert(open, open.writable(values)).run());
    }

    SaveOutcome save(Snapshot base, Draft draft) {
        return failedPrecondition(base, draft).<SaveOutcome>map(why -> why).orElseGet(() -> {
            Changes changes = Changes.of(open, base, draft);
            return changes.isEmpty()
                    ? new Outcome.Saved(base)
                    : updating(base, changes).run();
        });
    }

    /** Does what {@link #save} does, and rolls it back. */
    DryRunOutcome dryRun(Snapshot base, Draft draft) {
        return failedPrecondition(base, draft)
                .<DryRunOutcome>map(DryRunOutcome.Fails::new)
                .orElseGet(() -> {
                    Changes changes = Changes.of(open, base, draft);
                    return changes.isEmpty()
                            ? new DryRunOutcome.Fits(base.row())
                            : new DryRun(open)
                                    .ofUpdate(base.key(), open.expected(base.token()), updating(base, changes));
                });
    }

    /** Does what {@link #insert} does, and rolls it back. */
    DryRunOutcome dryRunInsert(Row values) {
        return failedToInsert(values)
                .<DryRunOutcome>map(DryRunOutcome.Fails::new)
                .orElseGet(() -> new DryRun(open).ofInsert(open.writable(values)));
    }

    /** Returns why a row can no longer be read. */
    RowAbsence absenceOf(Snapshot last) {
        return new AbsenceCheck(open, this::dryRunInsert).of(last);
    }

    SaveOutcome updateIf(RecordKey key, Optional<VersionToken> token, Row values) {
        return failedPrecondition(key, token)
                .or(() -> WritePreconditions.ofValues(open, values))
                .or(() -> WritePreconditions.ofUpdate(open.table(), values))
                .<SaveOutcome>map(why -> why)
                .orElseGet(() -> {
                    Row changes = open.writable(values);
                    return changes.isEmpty() ? unwritten(key, token) : update(key, token, changes);
                });
    }

    DeleteOutcome delete(Snapshot base) {
        return failedToDelete(base)
                .<DeleteOutcome>map(why -> why)
                .orElseGet(() -> new GuardedDelete(open, base.key(), open.expected(base.token()), base.writer()).run());
    }

    DeleteOutcome deleteIf(RecordKey key, Optional<VersionToken> token) {
        return failedPrecondition(key, token)
                .or(() -> WritePreconditions.ofDelete(open.guard()))
                .<DeleteOutcome>map(why -> why)
                .orElseGet(() -> delete(key, token));
    }

    SaveOutcome increment(RecordKey key, Increment increment) {
        Row named = Row.of(increment.column(), Value.of(increment.by()));
        return toTable()
                .or(() -> WritePreconditions.ofKey(open.sql().keyColumns(), key))
                .or(() -> WritePreconditions.ofValues(open, named))
                .or(() -> WritePreconditions.ofUpdate(open.table(), named))
                .or(() -> IncrementCheck.ofColumn(open, increment))
                .<SaveOutcome>map(why -> why)
                .orElseGet(() -> new GuardedIncrement(open, key, increment).run());
    }

    SaveOutcome touch(RecordKey key, Optional<VersionToken> token) {
        return failedPrecondition(key, token)
                .or(() -> VersionMove.needed(open, Row.EMPTY)
                        ? Optional.empty()
                        : Optional.of(new Outcome.Refused(Reason.NO_VERSION, "")))
                .<SaveOutcome>map(why -> why)
                .orElseGet(() -> update(key, token, Row.EMPTY));
    }

    <T> LockOutcome<T> locked(RecordKey key, Optional<VersionToken> token, LockWait wait, Function<LockedRow, T> work) {
        return failedPrecondition(key, token)
                .<LockOutcome<T>>map(LockOutcome.Undone::new)
                .orElseGet(() -> new LockedWork<>(open, key, open.expected(token), wait, work).run());
    }

    /** Needs no token: the decided draft is checked against the row as it is locked. */
    HoldOutcome hold(RecordKey key, Reservation reservation) {
        return toTable()
                .or(() -> WritePreconditions.ofKey(open.sql().keyColumns(), key))
                .or(() -> open.sql().dialect() == Dialect.SQLITE
                        ? Optional.of(new Outcome.Refused(Reason.NO_ROW_LOCK, ""))
                        : Optional.empty())
                .<HoldOutcome>map(HoldOutcome.Ended::new)
                .orElseGet(() -> new RowHold(reservation)
                        .run(work -> new LockedWork<>(open, key, Optional.empty(), LockWait.upTo(WAIT_TO_HOLD), work)
                                .run()));
    }

    /** There is nothing to write; the token is checked all the same. */
    private SaveOutcome unwritten(RecordKey key, Optional<VersionToken> token) {
        Optional<VersionToken> expected = open.expected(token);
        return open.<SaveOutcome>read(
                key,
                transaction -> open.reader()
                        .readCommitted(transaction, key)
                        .<SaveOutcome>map(present -> expected.isEmpty() || expected.equals(present.token())
                                ? new Outcome.Saved(present)
                                : new Outcome.Stale(present))
                        .orElseGet(() -> new Outcome.Gone(key)),
                why -> why);
    }

    /** Writes to a row of which only the key is known. */
    private SaveOutcome update(RecordKey key, Optional<VersionToken> token, Row values) {
        return new GuardedUpdate(open, key, Row.EMPTY, Changes.of(values), open.expected(token), Optional.empty())
                .run();
    }

    private GuardedUpdate updating(Snapshot base, Changes changes) {
        return new GuardedUpdate(open, base.key(), base.row(), changes, open.expected(base.token()), base.writer());
    }

    private DeleteOutcome delete(RecordKey key, Optional<VersionToken> token) {
        return new GuardedDelete(open, key, open.expected(token), Optional.empty()).run();
    }

    private Optional<Failure> toTable() {
        return WritePreconditions.toTable(open.table(), readOnly).or(open::undecided);
    }

    /** Returns the first precondition that a write does not meet. */
    Optional<Failure> failedPrecondition(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert(Draft draft) -> failedToInsert(draft.changes());
            case RowWrite.Update update -> failedPrecondition(update.base(), update.draft());
            case RowWrite.Delete(Snapshot row) -> failedToDelete(row);
        };
    }

    /** Returns the first precondition that a new row does not meet. */
    private Optional<Failure> failedToInsert(Row values) {
        return toTable()
                .or(() -> WritePreconditions.ofValues(open, values))
                .or(() -> WritePreconditions.ofInsert(open.table(), values));
    }

    /** Returns the first precondition that the deletion of a row does not meet. */
    private Optional<Failure> failedToDelete(Snapshot base) {
        return failedPrecondition(base).or(() -> WritePreconditions.ofDelete(open.guard()));
    }

    /** Returns the first precondition that a draft does not meet. */
    private Optional<Failure> failedPrecondition(Snapshot base, Draft draft) {
        return failedPrecondition(base)
                .or(() -> WritePreconditions.ofValues(open, draft.changes()))
                .or(() -> WritePreconditions.ofUpdate(open.table(), draft.changes()))
                .or(() -> Changes.rejection(open, base, draft));
    }

    private Optional<Failure> failedPrecondition(Snapshot base) {
        return toTable()
                .or(() -> WritePreconditions.ofWholeRow(open.columnNames(), base.row()))
                .or(() -> open.tokenMissing(base.token()));
    }

    private Optional<Failure> failedPrecondition(RecordKey key, Optional<VersionToken> token) {
        return toTable()
                .or(() -> WritePreconditions.ofKey(open.sql().keyColumns(), key))
                .or(() -> open.tokenMissing(token));
    }
}
