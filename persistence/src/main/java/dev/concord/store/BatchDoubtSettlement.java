package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.GuardedWrite.Try;
import java.util.List;
import java.util.Optional;

/** Finds out whether rows were written by one transaction whose COMMIT is in doubt. */
final class BatchDoubtSettlement {
    private final ResultReceiver receiver;
    private final Doubt doubt;

    /** False once a row stayed locked, because the others are then most likely locked too. */
    private boolean free = true;

    /** False once no connection could be opened. */
    private boolean reachable = true;

    BatchDoubtSettlement(ResultReceiver receiver, Doubt doubt) {
        this.receiver = receiver;
        this.doubt = doubt;
    }

    /** Settles each row by the result of its attempt before COMMIT. */
    void settle(List<RowAttempt> attempts) {
        for (RowAttempt attempt : attempts) {
            BatchRow row = attempt.row();
            receiver.receive(
                    row.index(),
                    switch (attempt.result()) {
                        case Try.Written<Snapshot> _ -> inDoubt(row, attempt.written());
                        case Try.Missed<Snapshot> _ -> missed(row);
                        case Try.Refused<Snapshot>(Outcome.Unwritten why) -> why;
                    });
        }
    }

    private SaveOutcome inDoubt(BatchRow row, Row written) {
        if (!free) {
            return new Outcome.Unconfirmed(Optional.empty(), doubt.detail());
        }
        DoubtSettlement settlement = new DoubtSettlement(row.open(), doubt);
        SaveOutcome outcome = row.settled(settlement, written);
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
