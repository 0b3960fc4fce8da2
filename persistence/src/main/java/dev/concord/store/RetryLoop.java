package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.RetryOutcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.sql.Transactions;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Repeats work on the row as it is by then, until the row is saved, the work fails otherwise, or all tries are used. */
final class RetryLoop {
    private final Function<RecordKey, Optional<Snapshot>> reading;
    private final Function<Draft, SaveOutcome> saving;
    private final Transactions transactions;
    private final Retry retry;

    RetryLoop(
            Function<RecordKey, Optional<Snapshot>> reading,
            Function<Draft, SaveOutcome> saving,
            Transactions transactions,
            Retry retry) {
        this.transactions = transactions;
        this.reading = reading;
        this.saving = saving;
        this.retry = retry;
    }

    RetryOutcome run(RecordKey key, UnaryOperator<Draft> work) {
        int tries = 1;
        while (true) {
            switch (once(key, work)) {
                case Outcome.Saved(Snapshot now) -> {
                    return new RetryOutcome.Saved(now, tries);
                }
                case Outcome.Unwritten why -> {
                    boolean again = why instanceof Outcome.Stale || why instanceof Outcome.LockTimeout;
                    if (!again || tries == retry.tries() || !retry.paused(tries)) {
                        return new RetryOutcome.NotSaved(why, tries);
                    }
                }
            }
            tries++;
        }
    }

    private SaveOutcome once(RecordKey key, UnaryOperator<Draft> work) {
        Optional<Snapshot> present;
        try {
            present = reading.apply(key);
        } catch (StoreFault fault) {
            return WriteErrors.ofReading(fault, key, transactions);
        }
        return present.<SaveOutcome>map(row -> saving.apply(work.apply(Draft.of(row))))
                .orElseGet(() -> new Outcome.Gone(key));
    }
}
