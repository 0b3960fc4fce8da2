package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Snapshot;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Saves all drafts in one transaction, or none. Reports only the drafts it knows about; the others count as rolled back. */
final class AbortingBatch {
    private final Transactions transactions;
    private final List<BatchRow> rows;
    private final ResultReceiver receiver;

    /** The rows that the last transaction tried to write, in order. */
    private final List<RowAttempt> attempts = new ArrayList<>();

    AbortingBatch(Transactions transactions, List<BatchRow> rows, ResultReceiver receiver) {
        this.transactions = transactions;
        this.rows = rows;
        this.receiver = receiver;
    }

    void save() {
        boolean together = rows.stream().noneMatch(BatchRow::mustBeAlone);
        if (!together || !concluded(this::inChunks, false)) {
            concluded(this::oneByOne, true);
        }
    }

    /**
     * Writes all rows in one transaction and reports what is known of them.
     *
     * @param body writes the rows; false when they must be written one by one instead
     * @param last whether there is no other way to write them
     * @return whether the outcome is reported
     */
    private boolean concluded(TransactionBody<Boolean> body, boolean last) {
        return switch (TransactionRetry.of(rows.getFirst().open().errors(), () -> attempt(body))) {
            case Ending.Done<Boolean>(Boolean known) -> {
                if (known) {
                    report();
                }
                yield known;
            }
            case Ending.Failed<Boolean>(SQLException error) -> {
                if (last) {
                    BatchRow at = rows.get(Math.min(attempts.size(), rows.size() - 1));
                    receiver.receive(
                            at.index(),
                            at.open()
                                    .errors()
                                    .outcome(error, at.key(), at.changes().given()));
                }
                yield last;
            }
            case Ending.CommitFailed<Boolean>(SQLException error, ServerIdentity server) -> {
                commitFailed(error, server);
                yield true;
            }
        };
    }

    private Ending<Boolean> attempt(TransactionBody<Boolean> body) {
        attempts.clear();
        return transactions.write(transaction -> {
            boolean known = body.run(transaction);
            return known && allWritten() ? Completion.commit(true) : Completion.rollBack(known);
        });
    }

    private boolean inChunks(Transaction transaction) throws SQLException {
        for (BatchChunk chunk : BatchChunk.of(rows)) {
            Optional<List<RowAttempt>> ofChunk = chunk.attempt(transaction);
            if (ofChunk.isEmpty()) {
                return false;
            }
            attempts.addAll(ofChunk.get());
            if (!ofChunk.get().stream().allMatch(RowAttempt::succeeded)) {
                return true;
            }
        }
        return true;
    }

    private boolean oneByOne(Transaction transaction) throws SQLException {
        for (BatchRow row : rows) {
            GuardedUpdate update = row.update();
            Try<Snapshot> result = update.attempt(transaction);
            RowAttempt attempt = new RowAttempt(row, update.written(), result);
            attempts.add(attempt);
            if (!attempt.succeeded()) {
                return true;
            }
        }
        return true;
    }

    private boolean allWritten() {
        return attempts.size() == rows.size() && attempts.stream().allMatch(RowAttempt::succeeded);
    }

    private void report() {
        boolean kept = allWritten();
        for (RowAttempt attempt : attempts) {
            BatchRow row = attempt.row();
            switch (attempt.result()) {
                case Try.Written<Snapshot>(Snapshot now) -> {
                    if (kept) {
                        receiver.receive(row.index(), new Outcome.Saved(now));
                    }
                }
                case Try.Refused<Snapshot>(Outcome.Unwritten why) -> receiver.receive(row.index(), why);
                case Try.Missed<Snapshot> _ -> receiver.receive(row.index(), row.why());
            }
        }
    }

    /** A constraint that is checked at COMMIT does not say which row broke it: none was saved, and each is reported so. */
    private void commitFailed(SQLException error, ServerIdentity server) {
        BatchRow first = rows.getFirst();
        Optional<Failure> rejected = first.open().errors().commitOutcome(error, first.key());
        if (rejected.isPresent()) {
            rows.forEach(row -> receiver.receive(row.index(), rejected.get()));
        } else {
            Map<Integer, SaveOutcome> settled = new LinkedHashMap<>();
            new BatchDoubtSettlement(settled::put, first.open().errors().doubt(error, server)).settle(attempts);
            together(settled);
        }
    }

    /**
     * Reports the same of all rows: what is proved of one of them is true of the transaction that wrote them all. Without a
     * proof either all are as wanted, or nothing is known of any.
     */
    private void together(Map<Integer, SaveOutcome> settled) {
        Optional<SaveOutcome> notWritten = settled.values().stream()
                .filter(Outcome.Refused.class::isInstance)
                .findFirst();
        boolean proved = attempts.stream().anyMatch(attempt -> proves(attempt, settled));
        Optional<Outcome.Unconfirmed> unknown = settled.values().stream()
                .filter(Outcome.Unconfirmed.class::isInstance)
                .map(Outcome.Unconfirmed.class::cast)
                .findFirst();
        for (RowAttempt attempt : attempts) {
            int index = attempt.row().index();
            SaveOutcome own = Objects.requireNonNull(settled.get(index));
            if (notWritten.isPresent()) {
                receiver.receive(index, notWritten.get());
            } else if (unknown.isEmpty() || (proved && own instanceof Outcome.Saved)) {
                receiver.receive(index, own);
            } else if (proved && attempt.result() instanceof Try.Written<Snapshot>(Snapshot written)) {
                receiver.receive(index, new Outcome.Saved(written));
            } else {
                Optional<Snapshot> present =
                        own instanceof Outcome.Saved(Snapshot now) ? Optional.of(now) : Optional.empty();
                receiver.receive(
                        index,
                        own instanceof Outcome.Unconfirmed
                                ? own
                                : new Outcome.Unconfirmed(present, unknown.get().detail()));
            }
        }
    }

    private static boolean proves(RowAttempt attempt, Map<Integer, SaveOutcome> settled) {
        BatchRow row = attempt.row();
        return settled.get(row.index()) instanceof Outcome.Saved(Snapshot now)
                && new DoubtEvidence(row.open()).proves(now, row.changes().values(), attempt.written());
    }
}
