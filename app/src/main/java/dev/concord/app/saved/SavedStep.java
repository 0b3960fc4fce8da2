package dev.concord.app.saved;

import java.time.Instant;
import java.util.List;

/**
 * What was saved at one time. Immutable.
 *
 * @param at when it was saved
 * @param records in the order they were saved
 * @param reversal whether it took another save back
 */
public record SavedStep(Instant at, List<SavedRecord> records, boolean reversal) {
    public SavedStep {
        records = List.copyOf(records);
    }
}
