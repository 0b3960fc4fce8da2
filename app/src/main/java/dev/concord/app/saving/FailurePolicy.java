package dev.concord.app.saving;

/** What happens to the others when one of many records cannot be saved. Chosen before anything is written. */
public enum FailurePolicy {
    /** The others are saved. */
    WHAT_CAN_BE_SAVED,
    /** None is saved. */
    ALL_OR_NOTHING
}
