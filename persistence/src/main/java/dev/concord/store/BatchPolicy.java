package dev.concord.store;

/** What to do with a batch when one of its drafts cannot be saved. */
public enum BatchPolicy {
    /** Save the others, and report each that was not saved. */
    SKIP_AND_REPORT,
    /** Save none. */
    ABORT_ALL
}
