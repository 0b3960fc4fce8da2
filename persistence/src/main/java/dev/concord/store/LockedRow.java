package dev.concord.store;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A row that is locked while the caller's work runs. All its writes are one transaction: after the first failure nothing more
 * is sent and everything is rolled back, because the database may have rolled back a part already. Used only by the thread
 * that runs the work, and only while the work runs.
 */
public final class LockedRow {
    private final OpenTable open;
    private final Transaction transaction;
    private final RecordKey first;
    private final Optional<VersionToken> firstToken;
    private Snapshot present;
    private boolean wrote;
    private boolean deleted;
    private boolean ended;
    private Optional<Failure> failure = Optional.empty();

    /** All that was asked for, and all values that were set, the versions among them. */
    private Changes asked = Changes.of(Row.EMPTY);

    private Row written = Row.EMPTY;

    /** What the present statement writes, for finding the columns an error is about. */
    private Row given = Row.EMPTY;

    LockedRow(OpenTable open, Transaction transaction, Snapshot present) {
        this.open = open;
        this.transaction = transaction;
        this.first = present.key();
        this.firstToken = present.token();
        this.present = present;
    }

    /** Returns the row as it is now, with what the work has written; after a delete, as it was before. */
    public Snapshot snapshot() {
        return present;
    }

    /**
     * Writes some of the row's values. Needs no token, because no other writer can have changed the row since it was
     * locked.
     */
    public SaveOutcome update(Row values) {
        return this.<SaveOutcome>write(
                why -> why,
                () -> WritePreconditions.ofValues(open, values),
                () -> send(Changes.of(open.writable(values))));
    }

    /**
     * Writes a draft's changes if its base is still the row: a second draft of the same row is {@link Outcome.Stale} once
     * the first is written. A stale draft is no failure; the work may rebase it.
     *
     * @throws IllegalArgumentException when the draft is of another row, or new
     */
    public SaveOutcome save(Draft draft) {
        Snapshot base = draft.base().orElseThrow(() -> new IllegalArgumentException("A draft without a base is new"));
        if (!base.key().equals(first) && !base.key().equals(present.key())) {
            throw new IllegalArgumentException("A draft of another row");
        }
        Optional<VersionToken> expected = open.expected(base.token());
        boolean stale = expected.isPresent() && !expected.equals(present.token());
        if (stale && !deleted && failure.isEmpty()) {
            return new Outcome.Stale(present);
        }
        return this.<SaveOutcome>write(
                why -> why,
                () -> WritePreconditions.ofValues(open, draft.changes()).or(() -> Changes.rejection(open, base, draft)),
                () -> send(Changes.of(open, base, draft)));
    }

    /** Writes changes whose preconditions a batch has checked. */
    SaveOutcome update(Changes changes) {
        return this.<SaveOutcome>write(why -> why, Optional::empty, () -> send(changes));
    }

    /** Deletes the row. */
    public DeleteOutcome delete() {
        return this.<DeleteOutcome>write(why -> why, Optional::empty, this::sendDelete);
    }

    /** Returns the first failure. */
    Optional<Failure> failure() {
        return failure;
    }

    /** Finds out whether the work was committed, its COMMIT being in doubt; empty when it was. */
    Optional<Outcome.Unwritten> settled(DoubtSettlement settlement) {
        if (!wrote) {
            return Optional.empty();
        }
        if (deleted) {
            return Optional.of(settlement.ofWorkThatDeleted(first, firstToken));
        }
        return settlement.ofIncrement(first, firstToken, asked, written) instanceof Outcome.Unwritten why
                ? Optional.of(why)
                : Optional.empty();
    }

    /** Ends the work: later calls are refused. */
    void end() {
        ended = true;
    }

    private interface Statement<O> {
        O run() throws SQLException;
    }

    private <O> O write(
            Function<Outcome.Unwritten, O> notWritten,
            Supplier<Optional<Failure>> precondition,
            Statement<O> statement) {
        if (ended) {
            throw new IllegalStateException("The row is no longer locked");
        }
        if (failure.isPresent()) {
            return notWritten.apply(failure.get());
        }
        if (deleted) {
            return notWritten.apply(new Outcome.Gone(present.key()));
        }
        failure = precondition.get();
        if (failure.isEmpty()) {
            try {
                return statement.run();
            } catch (SQLException e) {
                failure = Optional.of(open.errors().outcome(e, present.key(), given));
            }
        }
        return notWritten.apply(failure.orElseThrow());
    }

    private SaveOutcome send(Changes changes) throws SQLException {
        if (changes.isEmpty()) {
            return new Outcome.Saved(present);
        }
        given = changes.given();
        GuardedUpdate update =
                new GuardedUpdate(open, present.key(), present.row(), changes, Optional.empty(), Optional.empty());
        Try<Snapshot> sent = update.ofHeld(transaction, present.row());
        if (sent instanceof Try.Written<Snapshot>(Snapshot saved)) {
            wrote = true;
            asked = asked.and(changes);
            written = written.withAll(update.written());
            // The next write of this transaction will have the same writer.
            present = saved.withoutWriter();
            return new Outcome.Saved(present);
        }
        return failed(sent);
    }

    private DeleteOutcome sendDelete() throws SQLException {
        given = Row.EMPTY;
        Try<RecordKey> sent =
                new GuardedDelete(open, present.key(), Optional.empty(), Optional.empty()).ofHeld(transaction);
        if (sent instanceof Try.Written<RecordKey>(RecordKey key)) {
            wrote = true;
            deleted = true;
            return new Outcome.Deleted(key);
        }
        return failed(sent);
    }

    /** Remembers why a statement did not write the locked row. */
    private Failure failed(Try<?> sent) throws SQLException {
        Optional<Outcome.TableChanged> table = ShapeCheck.always(transaction, open);
        Failure why = table.isPresent()
                ? table.get()
                : sent instanceof Try.Refused<?>(Failure refused) ? refused : SuppressedWrite.of(transaction, open);
        failure = Optional.of(why);
        return why;
    }
}
