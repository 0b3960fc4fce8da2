package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.record.Snapshot;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Several writes in one transaction: all are committed, or none. Reports only the writes it knows about; the others count as rolled
 * back. For one thread.
 */
final class JointWrites {
    private final Transactions transactions;
    private final ObjIntConsumer<Entry> receiver;

    /** The rows that the last transaction tried to write, in order. */
    private final List<RowAttempt> attempts = new ArrayList<>();

    JointWrites(Transactions transactions, ObjIntConsumer<Entry> receiver) {
        this.transactions = transactions;
        this.receiver = receiver;
    }

    /** Whether the transaction may go on. */
    enum Progress {
        /** All that was asked for was tried; it is committed if each try succeeded. */
        TRIED,
        /** Nothing is to be written, for a reason that is reported elsewhere or is that of the last try. */
        STOPPED,
        /** The writes have to be made in another way; nothing is reported. */
        OTHERWISE
    }

    /** Adds the result of one more try of the transaction that is under way. */
    RowAttempt add(RowAttempt attempt) {
        attempts.add(attempt);
        return attempt;
    }

    /** How many rows the transaction has tried to write. */
    int tried() {
        return attempts.size();
    }

    /**
     * Runs the transaction, again where the database has rolled it back for another one, and reports what is known of each write.
     *
     * @param errors those of one of the tables
     * @param body adds each try
     * @param failed reports an error of the database at the write that is under way; false when the writes are to be made in another way
     * @return whether the outcome is reported
     */
    boolean concluded(WriteErrors errors, TransactionBody<Progress> body, Predicate<SQLException> failed) {
        return switch (TransactionRetry.of(errors, () -> attempt(body))) {
            case Ending.Done<Progress>(Progress progress) -> {
                if (progress != Progress.OTHERWISE) {
                    report(progress);
                }
                yield progress != Progress.OTHERWISE;
            }
            case Ending.Failed<Progress>(SQLException error) -> failed.test(error);
            case Ending.CommitFailed<Progress>(SQLException error, ServerIdentity server) -> {
                commitFailed(error, server);
                yield true;
            }
        };
    }

    private Ending<Progress> attempt(TransactionBody<Progress> body) {
        attempts.clear();
        return transactions.write(transaction -> {
            Progress progress = body.run(transaction);
            return kept(progress) ? Completion.commit(progress) : Completion.rollBack(progress);
        });
    }

    private boolean kept(Progress progress) {
        return progress == Progress.TRIED && attempts.stream().allMatch(RowAttempt::succeeded);
    }

    private void report(Progress progress) {
        boolean kept = kept(progress);
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
        BatchRow first = attempts.getFirst().row();
        Optional<Failure> rejected = first.open().errors().commitOutcome(error, first.key());
        if (rejected.isPresent()) {
            attempts.forEach(attempt ->
                    receiver.accept(new NotSaved(rejected.get()), attempt.row().index()));
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
