package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.record.Snapshot;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.BatchRow.RowAttempt;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/** Carries out all writes in one transaction, or none. Reports only the writes it knows about; the others count as rolled back. */
final class AbortingBatch {
    private final Transactions transactions;
    private final List<BatchRow> rows;
    private final ObjIntConsumer<Entry> receiver;

    /** The rows that the last transaction tried to write, in order. */
    private final List<RowAttempt> attempts = new ArrayList<>();

    AbortingBatch(Transactions transactions, List<BatchRow> rows, ObjIntConsumer<Entry> receiver) {
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
                    receiver.accept(new NotSaved(at.failure(error)), at.index());
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
            RowAttempt attempt = row.attempt(transaction);
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
                case Try.Written<Entry>(Entry done) -> {
                    if (kept) {
                        receiver.accept(done, row.index());
                    }
                }
                case Try.Refused<Entry>(Outcome.Unwritten why) -> receiver.accept(new NotSaved(why), row.index());
                case Try.Missed<Entry> _ -> receiver.accept(new NotSaved(row.why()), row.index());
            }
        }
    }

    /** A constraint that is checked at COMMIT does not say which row broke it: none was saved, and each is reported so. */
    private void commitFailed(SQLException error, ServerIdentity server) {
        BatchRow first = rows.getFirst();
        Optional<Failure> rejected = first.open().errors().commitOutcome(error, first.key());
        if (rejected.isPresent()) {
            rows.forEach(row -> receiver.accept(new NotSaved(rejected.get()), row.index()));
        } else {
            Map<Integer, Entry> settled = new LinkedHashMap<>();
            new BatchDoubtSettlement(
                            (outcome, index) -> settled.put(index, outcome),
                            first.open().errors().doubt(error, server))
                    .settle(attempts);
            together(settled);
        }
    }

    /**
     * Reports the same of all rows: what is proved of one of them is true of the transaction that wrote them all. Without a
     * proof either all are as wanted, or nothing is known of any.
     */
    private void together(Map<Integer, Entry> settled) {
        Optional<Entry> notWritten = settled.values().stream()
                .filter(outcome -> outcome instanceof NotSaved(Outcome.Refused _))
                .findFirst();
        boolean proved = attempts.stream().anyMatch(attempt -> proves(attempt, settled));
        Optional<String> unknown = settled.values().stream()
                .flatMap(outcome -> outcome instanceof NotSaved(Outcome.Unconfirmed(var _, String detail))
                        ? Stream.of(detail)
                        : Stream.empty())
                .findFirst();
        for (RowAttempt attempt : attempts) {
            int index = attempt.row().index();
            Entry own = Objects.requireNonNull(settled.get(index));
            boolean asWanted = !(own instanceof NotSaved);
            if (notWritten.isPresent()) {
                receiver.accept(notWritten.get(), index);
            } else if (unknown.isEmpty() || (proved && asWanted)) {
                receiver.accept(own, index);
            } else if (proved && attempt.result() instanceof Try.Written<Entry>(Entry done)) {
                receiver.accept(done, index);
            } else {
                Optional<Snapshot> present = own instanceof Saved(Snapshot now) ? Optional.of(now) : Optional.empty();
                receiver.accept(asWanted ? new NotSaved(new Outcome.Unconfirmed(present, unknown.get())) : own, index);
            }
        }
    }

    private static boolean proves(RowAttempt attempt, Map<Integer, Entry> settled) {
        BatchRow row = attempt.row();
        return settled.get(row.index()) instanceof Saved(Snapshot now)
                && new DoubtEvidence(row.open()).proves(now, row.given(), attempt.written());
    }
}
