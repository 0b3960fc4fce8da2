package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.sql.Transaction;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Ending;
import dev.concord.sql.Transactions.Verdict;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.store.SkippingBatch.Tell;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saves all drafts in one transaction, or none. Tells only of what is known; the rest counts as rolled back. */
final class AbortingBatch {
    private final Transactions transactions;
    private final List<BatchRow> rows;
    private final Tell tell;

    /** What the last try came to and sent, row by row, as far as it got. */
    private final List<Try<Snapshot>> tries = new ArrayList<>();

    private final List<Row> written = new ArrayList<>();

    AbortingBatch(Transactions transactions, List<BatchRow> rows, Tell tell) {
        this.transactions = transactions;
        this.rows = rows;
        this.tell = tell;
    }

    void save() {
        boolean together = rows.stream().noneMatch(BatchRow::apart);
        if (!together || !ended(this::inChunks, false)) {
            ended(this::oneByOne, true);
        }
    }

    private interface Way {
        /** False when it has to be done one by one. */
        boolean write(Transaction transaction) throws SQLException;
    }

    /** Whether this way came to an end that can be told. */
    private boolean ended(Way way, boolean last) {
        return switch (TransactionRetry.of(rows.getFirst().open().errors(), () -> attempt(way))) {
            case Ending.Done<Boolean>(Boolean told) -> {
                if (told) {
                    tellTries();
                }
                yield told;
            }
            case Ending.Failed<Boolean>(SQLException error) -> {
                if (last) {
                    BatchRow at = rows.get(Math.min(tries.size(), rows.size() - 1));
                    tell.of(
                            at.index(),
                            at.open()
                                    .errors()
                                    .outcome(error, at.key(), at.changes().given()));
                }
                yield last;
            }
            case Ending.CommitFailed<Boolean>(SQLException error) -> {
                commitFailed(error);
                yield true;
            }
        };
    }

    private Ending<Boolean> attempt(Way way) {
        tries.clear();
        written.clear();
        return transactions.write(transaction -> {
            boolean told = way.write(transaction);
            return told && allWritten() ? Verdict.keep(true) : Verdict.undo(told);
        });
    }

    private boolean inChunks(Transaction transaction) throws SQLException {
        for (BatchChunk chunk : BatchChunk.of(rows)) {
            Optional<List<Try<Snapshot>>> came = chunk.attempt(transaction);
            if (came.isEmpty()) {
                return false;
            }
            tries.addAll(came.get());
            for (int i = 0; i < chunk.rows().size(); i++) {
                written.add(chunk.written(i));
            }
            if (!allWritten(came.get())) {
                return true;
            }
        }
        return true;
    }

    private boolean oneByOne(Transaction transaction) throws SQLException {
        for (BatchRow row : rows) {
            GuardedUpdate update = row.alone();
            Try<Snapshot> came = update.attempt(transaction);
            tries.add(came);
            written.add(update.written());
            if (!(came instanceof Try.Written<Snapshot>)) {
                return true;
            }
        }
        return true;
    }

    private boolean allWritten() {
        return tries.size() == rows.size() && allWritten(tries);
    }

    private static boolean allWritten(List<Try<Snapshot>> tries) {
        return tries.stream().allMatch(each -> each instanceof Try.Written<Snapshot>);
    }

    private void tellTries() {
        boolean kept = allWritten();
        for (int i = 0; i < tries.size(); i++) {
            BatchRow row = rows.get(i);
            switch (tries.get(i)) {
                case Try.Written<Snapshot>(Snapshot now) -> {
                    if (kept) {
                        tell.of(row.index(), new Outcome.Saved(now));
                    }
                }
                case Try.Refused<Snapshot>(Outcome.Unwritten why) -> tell.of(row.index(), why);
                case Try.Missed<Snapshot> _ -> tell.of(row.index(), row.why());
            }
        }
    }

    /** A rule the database checks only then does not say which row it is about: none was saved, each is told so. */
    private void commitFailed(SQLException error) {
        BatchRow first = rows.getFirst();
        Optional<Failure> rejected = first.open().errors().commitOutcome(error, first.key());
        if (rejected.isPresent()) {
            rows.forEach(row -> tell.of(row.index(), rejected.get()));
        } else {
            new BatchDoubtSettlement(tell, String.valueOf(error.getMessage())).settle(rows, tries, written::get);
        }
    }
}
