package dev.concord.store;

/** What to do with a batch when one of its writes cannot be carried out. */
public enum BatchPolicy {
    /** Carry out the others, and report each that was not carried out. */
    SKIP_AND_REPORT,
    /** Carry out none. */
    ABORT_ALL
}
