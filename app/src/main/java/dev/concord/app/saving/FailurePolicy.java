package dev.concord.app.saving;

import dev.concord.store.BatchPolicy;

/** What happens to the others when one of many records cannot be saved. Chosen before anything is written. */
public enum FailurePolicy {
    /** The others are saved. */
    WHAT_CAN_BE_SAVED,
    /** None is saved. */
    ALL_OR_NOTHING;

    /** Returns the choice that was kept as the policy of batches. */
    public static FailurePolicy of(BatchPolicy policy) {
        return switch (policy) {
            case SKIP_AND_REPORT -> WHAT_CAN_BE_SAVED;
            case ABORT_ALL -> ALL_OR_NOTHING;
        };
    }

    /** Returns the policy of batches it stands for. */
    public BatchPolicy batch() {
        return switch (this) {
            case WHAT_CAN_BE_SAVED -> BatchPolicy.SKIP_AND_REPORT;
            case ALL_OR_NOTHING -> BatchPolicy.ABORT_ALL;
        };
    }
}
