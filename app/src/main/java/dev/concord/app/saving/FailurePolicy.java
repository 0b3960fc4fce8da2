package dev.concord.app.saving;

/** What is to happen when one of many records cannot be saved; chosen before anything is written. */
public enum FailurePolicy {
    /** The others are saved. */
    WHAT_CAN_BE_SAVED,
    /** None is saved. */
    ALL_OR_NOTHING
}
