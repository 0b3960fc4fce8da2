package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.GuardedWrite.Try;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Settles what became of rows written together, the COMMIT being in doubt; those that were not written are not. */
final class BatchDoubtSettlement {
    private final SkippingBatch.Tell tell;
    private final String detail;

    /** Whether others let go of the rows; when one of them is held, the rest would only be waited for in vain. */
    private boolean free = true;

    /** Whether there is a connection to be had. */
    private boolean reachable = true;

    BatchDoubtSettlement(SkippingBatch.Tell tell, String detail) {
        this.tell = tell;
        this.detail = detail;
    }

    /**
     * Settles each row.
     *
     * @param tries what each came to before COMMIT
     * @param written what was sent for the row at a place
     */
    void settle(List<BatchRow> rows, List<Try<Snapshot>> tries, IntFunction<Row> written) {
        for (int i = 0; i < rows.size(); i++) {
            BatchRow row = rows.get(i);
            tell.of(
                    row.index(),
                    switch (tries.get(i)) {
                        case Try.Written<Snapshot> _ -> inDoubt(row, written.apply(i));
                        case Try.Missed<Snapshot> _ -> missed(row);
                        case Try.Refused<Snapshot>(Outcome.Unwritten why) -> why;
                    });
        }
    }

    private SaveOutcome inDoubt(BatchRow row, Row written) {
        if (!free) {
            return new Outcome.Unconfirmed(Optional.empty(), detail);
        }
        DoubtSettlement settlement = new DoubtSettlement(row.open(), detail);
        SaveOutcome outcome = row.settled(settlement, written);
        free = settlement.readable();
        return outcome;
    }

    /** Whatever COMMIT came to, such a row was not written; only why is to be looked up. */
    private Outcome.Unwritten missed(BatchRow row) {
        if (reachable) {
            try {
                return row.why();
            } catch (StoreFault _) {
                reachable = false;
            }
        }
        return new Outcome.Refused(Reason.CONNECTION_LOST, detail);
    }
}
