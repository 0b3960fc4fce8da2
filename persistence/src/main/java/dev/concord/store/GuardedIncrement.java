package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowLock;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Result;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Adds a number to a column of a row, which is locked first. The version moves as well; otherwise an older draft would not be
 * stale and would overwrite the sum.
 */
final class GuardedIncrement {
    private final OpenTable open;
    private final RecordKey key;
    private final Increment increment;

    /** The token the last try found, for the case that its COMMIT is in doubt. */
    private Optional<VersionToken> before = Optional.empty();

    private Row written = Row.EMPTY;
    private final CommittedRow committed;

    GuardedIncrement(OpenTable open, RecordKey key, Increment increment) {
        this.open = open;
        this.key = key;
        this.increment = increment;
        this.committed = new CommittedRow(open);
    }

    SaveOutcome run() {
        GuardedWrite<Snapshot> write =
                new GuardedWrite<>(open, key, Optional.empty(), Row.of(increment.column(), Value.of(increment.by())));
        return switch (write.run(this::attempt)) {
            case Result.Written<Snapshot>(Snapshot saved) -> new Outcome.Saved(committed.of(saved));
            case Result.NotWritten<Snapshot>(Outcome.Unwritten why) -> why;
            case Result.InDoubt<Snapshot>(Doubt doubt) ->
                new DoubtSettlement(open, doubt)
                        .ofIncrement(key, before, new Changes(Row.EMPTY, List.of(increment)), written);
        };
    }

    private Try<Snapshot> attempt(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> changed = ShapeCheck.ifNeeded(transaction, open);
        if (changed.isPresent()) {
            return new Try.Refused<>(changed.get());
        }
        Optional<Snapshot> present = open.reader().readLocked(transaction, key, RowLock.FOR_UPDATE);
        return present.isEmpty() ? new Try.Missed<>() : add(transaction, present.get());
    }

    private Try<Snapshot> add(Transaction transaction, Snapshot present) throws SQLException {
        Optional<Outcome.Rejected> rejection =
                IncrementCheck.ofValue(increment, present.row().get(increment.column()));
        if (rejection.isPresent()) {
            return new Try.Refused<>(rejection.get());
        }
        Value version = open.guard().versionOf(present.row());
        Optional<Row> values = VersionMove.apply(transaction, open, version, Row.EMPTY);
        if (values.isEmpty()) {
            return new Try.Refused<>(VersionMove.impossible(open, version));
        }
        before = present.token();
        written = values.get();
        List<Increment> added = List.of(increment);
        RowCondition which = RowCondition.of(open.sql(), key);
        int rows = transaction.write(
                open.statements().update(written, added, which),
                BoundParameters.ofUpdate(open.sql(), written, added, which));
        if (rows > 1) {
            return Try.refused(Reason.NOT_UNIQUE, "");
        }
        return rows == 0 ? new Try.Missed<>() : readBack(transaction, version);
    }

    private Try<Snapshot> readBack(Transaction transaction, Value version) throws SQLException {
        Optional<Snapshot> saved = committed.readBack(transaction, key);
        if (saved.isEmpty()) {
            return Try.refused(Reason.SUPPRESSED, "The row is not there after writing it.");
        }
        return written(saved.get(), version);
    }

    private Try<Snapshot> written(Snapshot saved, Value before) {
        return VersionMove.stoodStill(open, before, saved.row(), written)
                ? Try.refused(Reason.VERSION_STOOD_STILL, before.text())
                : new Try.Written<>(saved);
    }
}
