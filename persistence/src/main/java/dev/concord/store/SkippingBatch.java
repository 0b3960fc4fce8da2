package dev.concord.store;

import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Snapshot;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transactions.Ending;
import dev.concord.sql.Transactions.Verdict;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves all drafts that can be saved, a chunk in each transaction. Whatever a chunk cannot tell of its rows, each tells
 * by itself.
 */
final class SkippingBatch {
    private final Tell tell;

    /** What a row was told that found no connection; the others of its chunk would only wait for one in vain. */
    private Optional<SaveOutcome> lost = Optional.empty();

    /** Where to tell what became of the draft at a place of the batch. */
    interface Tell {
        void of(int index, SaveOutcome outcome);
    }

    SkippingBatch(Tell tell) {
        this.tell = tell;
    }

    void save(List<BatchRow> rows) {
        BatchChunk.of(rows.stream().filter(row -> !row.apart()).toList()).forEach(this::save);
        lost = Optional.empty();
        eachAlone(rows.stream().filter(BatchRow::apart).toList());
    }

    private void save(BatchChunk chunk) {
        lost = Optional.empty();
        OpenTable open = chunk.rows().getFirst().open();
        List<Try<Snapshot>> came = new ArrayList<>();
        Ending<Optional<List<Try<Snapshot>>>> ending = open.transactions().write(transaction -> {
            Optional<List<Try<Snapshot>>> tries = chunk.attempt(transaction);
            tries.ifPresent(came::addAll);
            return tries.isPresent() ? Verdict.keep(tries) : Verdict.undo(tries);
        });
        switch (ending) {
            case Ending.Done<Optional<List<Try<Snapshot>>>>(Optional<List<Try<Snapshot>>> tries) ->
                tries.ifPresentOrElse(each -> tellEach(chunk.rows(), each), () -> eachAlone(chunk.rows()));
            case Ending.Failed<Optional<List<Try<Snapshot>>>>(SQLException error) -> failed(chunk, error);
            case Ending.CommitFailed<Optional<List<Try<Snapshot>>>>(SQLException error) -> {
                if (open.errors()
                        .commitOutcome(error, chunk.rows().getFirst().key())
                        .isPresent()) {
                    eachAlone(chunk.rows());
                } else {
                    new BatchDoubtSettlement(tell, String.valueOf(error.getMessage()))
                            .settle(chunk.rows(), came, chunk::written);
                }
            }
        }
    }

    /** Without a connection there is no use in asking row by row. */
    private void failed(BatchChunk chunk, SQLException error) {
        for (BatchRow row : chunk.rows()) {
            Outcome.Failure failure = row.open().errors().outcome(error, row.key());
            if (!connectionLost(failure)) {
                eachAlone(chunk.rows());
                return;
            }
            tell.of(row.index(), failure);
        }
    }

    private void tellEach(List<BatchRow> rows, List<Try<Snapshot>> tries) {
        for (int i = 0; i < rows.size(); i++) {
            BatchRow row = rows.get(i);
            tell.of(
                    row.index(),
                    switch (tries.get(i)) {
                        case Try.Written<Snapshot>(Snapshot now) -> new Outcome.Saved(now);
                        case Try.Refused<Snapshot>(Outcome.Unwritten why) -> why;
                        case Try.Missed<Snapshot> _ -> alone(row, true);
                    });
        }
    }

    /** Waits for the first row somebody holds; whoever holds one may hold them all, so the rest is not waited for. */
    private void eachAlone(List<BatchRow> rows) {
        boolean patient = true;
        for (BatchRow row : rows) {
            SaveOutcome outcome = alone(row, patient);
            patient = patient && !(outcome instanceof Outcome.LockTimeout);
            tell.of(row.index(), outcome);
        }
    }

    private SaveOutcome alone(BatchRow row, boolean patient) {
        if (lost.isPresent()) {
            return lost.get();
        }
        SaveOutcome outcome = patient ? row.alone().run() : withoutWaiting(row);
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
