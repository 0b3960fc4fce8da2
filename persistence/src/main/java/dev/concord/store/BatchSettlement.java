package dev.concord.store;

import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Settles what became of rows written together, the COMMIT being in doubt. */
final class BatchSettlement {
    private final SkippingBatch.Tell tell;
    private final String detail;

    BatchSettlement(SkippingBatch.Tell tell, String detail) {
        this.tell = tell;
        this.detail = detail;
    }

    /** Reads each row, until one cannot be read: then the others would only be waited for in vain. */
    void settle(List<BatchRow> rows, IntFunction<Row> written) {
        boolean readable = true;
        for (int i = 0; i < rows.size(); i++) {
            BatchRow row = rows.get(i);
            SaveOutcome outcome = readable
                    ? row.settled(written.apply(i), detail)
                    : new Outcome.Unconfirmed(Optional.empty(), detail);
            readable = readable
                    && !(outcome instanceof Outcome.Unconfirmed unconfirmed
                            && unconfirmed.present().isEmpty());
            tell.of(row.index(), outcome);
        }
    }
}
