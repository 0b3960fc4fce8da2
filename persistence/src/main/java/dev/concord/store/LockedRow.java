package dev.concord.store;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome;
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

/**
 * A row nobody else can change for as long as the work with it lasts. Everything written is one transaction: after the
 * first failure nothing more is sent and all is undone, for the database may have undone a part of it already. Used by
 * the one thread that was given it, and only while its work runs.
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

    /** All that was asked for, and all that was set, the versions among it. */
    private Changes asked = Changes.of(Row.EMPTY);

    private Row written = Row.EMPTY;

    /** What the present statement is given to write, for telling what is wrong with it. */
    private Row given = Row.EMPTY;

    LockedRow(OpenTable open, Transaction transaction, Snapshot present) {
        this.open = open;
        this.transaction = transaction;
        this.first = present.key();
        this.firstToken = present.token();
        this.present = present;
    }

    /** The row as it is now, with what the work has written; after a delete, as it was last. */
    public Snapshot snapshot() {
        return present;
    }

    /** Writes some of the row's values. It needs no token: nobody else has written since it was locked. */
    public SaveOutcome update(Row values) {
        return this.<SaveOutcome>write(
                why -> why,
                () -> WritePreconditions.ofValues(open.columnNames(), values),
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
        boolean stale = expected.isPresent() && !(expected.equals(present.token()) && provedByToken(base));
        if (stale && !deleted && failure.isEmpty()) {
            return new Outcome.Stale(present);
        }
        return this.<SaveOutcome>write(
                why -> why,
                () -> WritePreconditions.ofValues(open.columnNames(), draft.changes())
                        .or(() -> Changes.misfit(open, base, draft)),
                () -> send(Changes.of(open, base, draft)));
    }

    /** Writes what a batch has admitted already. */
    SaveOutcome update(Changes changes) {
        return this.<SaveOutcome>write(why -> why, Optional::empty, () -> send(changes));
    }

    /** All that one transaction writes to a row shares its xmin: there only the values tell one write from the next. */
    private boolean provedByToken(Snapshot base) {
        return open.guard().hiddenColumns().isEmpty() || base.row().equals(present.row());
    }

    /** Deletes the row. */
    public DeleteOutcome delete() {
        return this.<DeleteOutcome>write(why -> why, Optional::empty, this::sendDelete);
    }

    /** What went wrong first, if anything did. */
    Optional<Failure> failure() {
        return failure;
    }

    /** Settles what became of the work, its COMMIT being in doubt: whether all of it happened. */
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

    /** Nothing can be written any more. */
    void end() {
        ended = true;
    }

    private interface Sending<O> {
        O send() throws SQLException;
    }

    private interface Told<O> {
        O of(Outcome.Unwritten why);
    }

    private interface Obstacle {
        Optional<Failure> find();
    }

    private <O> O write(Told<O> told, Obstacle obstacle, Sending<O> sending) {
        if (ended) {
            throw new IllegalStateException("The row is no longer locked");
        }
        if (failure.isPresent()) {
            return told.of(failure.get());
        }
        if (deleted) {
            return told.of(new Outcome.Gone(present.key()));
        }
        failure = obstacle.find();
        if (failure.isEmpty()) {
            try {
                return sending.send();
            } catch (SQLException e) {
                failure = Optional.of(open.errors().outcome(e, present.key(), given));
            }
        }
        return told.of(failure.orElseThrow());
    }

    private SaveOutcome send(Changes changes) throws SQLException {
        if (changes.isEmpty()) {
            return new Outcome.Saved(present);
        }
        given = changes.given();
        GuardedUpdate update = new GuardedUpdate(open, present.key(), present.row(), changes, Optional.empty());
        Try<Snapshot> sent = update.ofHeld(transaction, present.row());
        if (sent instanceof Try.Written<Snapshot>(Snapshot saved)) {
            wrote = true;
            asked = asked.and(changes);
            written = written.withAll(update.written());
            present = saved;
            return new Outcome.Saved(saved);
        }
        return failed(sent);
    }

    private DeleteOutcome sendDelete() throws SQLException {
        given = Row.EMPTY;
        Try<RecordKey> sent = new GuardedDelete(open, present.key(), Optional.empty()).ofHeld(transaction);
        if (sent instanceof Try.Written<RecordKey>(RecordKey key)) {
            wrote = true;
            deleted = true;
            return new Outcome.Deleted(key);
        }
        return failed(sent);
    }

    /** A locked row that cannot be met any more has been kept from the statement by the database itself. */
    private Failure failed(Try<?> sent) throws SQLException {
        Optional<Outcome.TableChanged> table = ShapeCheck.always(transaction, open);
        Failure why = table.isPresent()
                ? table.get()
                : sent instanceof Try.Refused<?>(Failure refused) ? refused : SuppressedWrite.of(transaction, open);
        failure = Optional.of(why);
        return why;
    }
}
