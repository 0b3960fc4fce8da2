package dev.concord.store;

import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Value;
import dev.concord.store.BatchRow.RowAttempt;
import dev.concord.store.GuardedWrite.Try;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Finds out whether rows were written by one transaction whose COMMIT is in doubt. */
final class BatchDoubtSettlement {
    private final ObjIntConsumer<Entry> receiver;
    private final Doubt doubt;

    /** False once a row stayed locked, because the others are then most likely locked too. */
    private boolean free = true;

    /** False once no connection could be opened. */
    private boolean reachable = true;

    /** The transactions of which the database was asked whether it has rolled them back. */
    private final Map<Value, Boolean> rolledBack = new HashMap<>();

    /**
     * Settles one COMMIT.
     *
     * @param receiver given the outcome of each write, and its place in the batch
     */
    BatchDoubtSettlement(ObjIntConsumer<Entry> receiver, Doubt doubt) {
        this.receiver = receiver;
        this.doubt = doubt;
    }

    /** Settles each row by the result of its attempt before COMMIT. */
    void settle(List<RowAttempt> attempts) {
        for (RowAttempt attempt : attempts) {
            BatchRow row = attempt.row();
            receiver.accept(
                    switch (attempt.result()) {
                        case Try.Written<Entry> _ -> inDoubt(attempt);
                        case Try.Missed<Entry> _ -> new NotSaved(missed(row));
                        case Try.Refused<Entry>(Outcome.Unwritten why) -> new NotSaved(why);
                    },
                    row.index());
        }
    }

    private Entry inDoubt(RowAttempt attempt) {
        if (!free) {
            return new NotSaved(new Outcome.Unconfirmed(Optional.empty(), doubt.detail()));
        }
        DoubtSettlement settlement = new DoubtSettlement(attempt.row().open(), doubt);
        if (rolledBack.computeIfAbsent(attempt.transaction(), settlement::rolledBack)) {
            return new NotSaved(settlement.notWritten());
        }
        Entry outcome = attempt.row().settled(settlement, attempt);
        free = settlement.readable();
        return outcome;
    }

    /** A row that was not met was not written, whether COMMIT happened or not; only the reason is looked up. */
    private Outcome.Unwritten missed(BatchRow row) {
        if (reachable) {
            try {
                return row.why();
            } catch (StoreFault _) {
                reachable = false;
            }
        }
        return new Outcome.Refused(doubt.reason(), doubt.detail());
    }
}
