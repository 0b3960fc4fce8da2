package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Snapshot;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves all drafts that can be saved, a chunk in each transaction. Where a chunk does not show the outcome of each of
 * its rows, each row is written alone.
 */
final class SkippingBatch {
    private final ResultReceiver receiver;

    /** The outcome of a row for which there was no connection; the others of its chunk get the same without waiting. */
    private Optional<SaveOutcome> lost = Optional.empty();

    SkippingBatch(ResultReceiver receiver) {
        this.receiver = receiver;
    }

    void save(List<BatchRow> rows) {
        BatchChunk.of(rows.stream().filter(row -> !row.mustBeAlone()).toList()).forEach(this::save);
        lost = Optional.empty();
        eachAlone(rows.stream().filter(BatchRow::mustBeAlone).toList());
    }

    private void save(BatchChunk chunk) {
        lost = Optional.empty();
        OpenTable open = chunk.open();
        List<RowAttempt> attempts = new ArrayList<>();
        Ending<Boolean> ending = open.transactions().write(transaction -> {
            Optional<List<RowAttempt>> written = chunk.attempt(transaction);
            written.ifPresent(attempts::addAll);
            return written.isPresent() ? Completion.commit(true) : Completion.rollBack(false);
        });
        switch (ending) {
            case Ending.Done<Boolean>(Boolean known) -> {
                if (known) {
                    report(attempts);
                } else {
                    eachAlone(chunk.rows());
                }
            }
            case Ending.Failed<Boolean>(SQLException error) -> failed(chunk, error);
            case Ending.CommitFailed<Boolean>(SQLException error, ServerIdentity server) -> {
                if (open.errors()
                        .commitOutcome(error, chunk.rows().getFirst().key())
                        .isPresent()) {
                    eachAlone(chunk.rows());
                } else {
                    new BatchDoubtSettlement(receiver, open.errors().doubt(error, server)).settle(attempts);
                }
            }
        }
    }

    /** Without a connection the rows are not tried one by one. */
    private void failed(BatchChunk chunk, SQLException error) {
        for (BatchRow row : chunk.rows()) {
            Outcome.Failure failure = row.open().errors().outcome(error, row.key());
            if (!connectionLost(failure)) {
                eachAlone(chunk.rows());
                return;
            }
            receiver.receive(row.index(), failure);
        }
    }

    private void report(List<RowAttempt> attempts) {
        for (RowAttempt attempt : attempts) {
            BatchRow row = attempt.row();
            receiver.receive(
                    row.index(),
                    switch (attempt.result()) {
                        case Try.Written<Snapshot>(Snapshot now) -> new Outcome.Saved(now);
                        case Try.Refused<Snapshot>(Outcome.Unwritten why) -> why;
                        case Try.Missed<Snapshot> _ -> alone(row, true);
                    });
        }
    }

    /** Waits for the first locked row only: the transaction that locks it may lock the others, too. */
    private void eachAlone(List<BatchRow> rows) {
        boolean patient = true;
        for (BatchRow row : rows) {
            SaveOutcome outcome = alone(row, patient);
            patient = patient && !(outcome instanceof Outcome.LockTimeout);
            receiver.receive(row.index(), outcome);
        }
    }

    private SaveOutcome alone(BatchRow row, boolean patient) {
        if (lost.isPresent()) {
            return lost.get();
        }
        SaveOutcome outcome = patient ? row.update().run() : withoutWaiting(row);
        if (connectionLost(outcome)) {
            lost = Optional.of(outcome);
        }
        return outcome;
    }

    private static boolean connectionLost(SaveOutcome outcome) {
        return outcome instanceof Outcome.Refused(Reason reason, String _) && reason == Reason.CONNECTION_LOST;
    }

    private static SaveOutcome withoutWaiting(BatchRow row) {
        LockOutcome<SaveOutcome> outcome = new LockedWork<>(
                        row.open(), row.key(), row.expected(), LockWait.noWait(), held -> held.update(row.changes()))
                .run();
        return switch (outcome) {
            case LockOutcome.Done<SaveOutcome>(SaveOutcome saved) -> saved;
            case LockOutcome.Busy<SaveOutcome> _, LockOutcome.Skipped<SaveOutcome> _ ->
                new Outcome.LockTimeout(row.key());
            case LockOutcome.Undone<SaveOutcome>(Outcome.Unwritten why) -> why;
        };
    }
}
