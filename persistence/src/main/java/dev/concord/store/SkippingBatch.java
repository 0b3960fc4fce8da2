package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.BatchRow.RowAttempt;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * Carries out all writes that can be carried out, a chunk in each transaction. Where a chunk does not show the outcome of each of
 * its rows, each row is written alone.
 */
final class SkippingBatch {
    private final ObjIntConsumer<Entry> receiver;

    /** The outcome of a row for which there was no connection; the others of its chunk get the same without waiting. */
    private Optional<Entry> lost = Optional.empty();

    /**
     * Saves the rows of one batch.
     *
     * @param receiver given the outcome of each write, and its place in the batch
     */
    SkippingBatch(ObjIntConsumer<Entry> receiver) {
        this.receiver = receiver;
    }

    void save(List<BatchRow> rows) {
        int from = 0;
        while (from < rows.size()) {
            boolean alone = rows.get(from).mustBeAlone();
            int to = from;
            while (to < rows.size() && rows.get(to).mustBeAlone() == alone) {
                to++;
            }
            List<BatchRow> some = rows.subList(from, to);
            if (alone) {
                lost = Optional.empty();
                eachAlone(some);
            } else {
                BatchChunk.of(some).forEach(this::save);
            }
            from = to;
        }
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
            Entry failure = new NotSaved(row.failure(error));
            if (!connectionLost(failure)) {
                eachAlone(chunk.rows());
                return;
            }
            receiver.accept(failure, row.index());
        }
    }

    private void report(List<RowAttempt> attempts) {
        for (RowAttempt attempt : attempts) {
            BatchRow row = attempt.row();
            receiver.accept(
                    switch (attempt.result()) {
                        case Try.Written<Entry>(Entry done) -> done;
                        case Try.Refused<Entry>(Outcome.Unwritten why) -> new NotSaved(why);
                        case Try.Missed<Entry> _ -> alone(row, true);
                    },
                    row.index());
        }
    }

    /** Waits for the first locked row only: the transaction that locks it may lock the others, too. */
    private void eachAlone(List<BatchRow> rows) {
        boolean patient = true;
        for (BatchRow row : rows) {
            Entry outcome = alone(row, patient);
            patient = patient && !(outcome instanceof NotSaved(Outcome.LockTimeout _));
            receiver.accept(outcome, row.index());
        }
    }

    private Entry alone(BatchRow row, boolean patient) {
        if (lost.isPresent()) {
            return lost.get();
        }
        Entry outcome = patient ? row.alone() : row.withoutWaiting();
        if (connectionLost(outcome)) {
            lost = Optional.of(outcome);
        }
        return outcome;
    }

    private static boolean connectionLost(Entry outcome) {
        return outcome instanceof NotSaved(Outcome.Refused(Reason reason, String _))
                && reason == Reason.CONNECTION_LOST;
    }
}
