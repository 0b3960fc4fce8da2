package dev.concord.app.reference;

/** What the values of a reference lead to. */
public sealed interface ReferenceTarget {

    /**
     * A row that exists.
     *
     * @param label the row's name to display; empty when it has only its key
     */
    record Found(String label) implements ReferenceTarget {}

    /** No row: it was deleted, or never existed. */
    record Missing() implements ReferenceTarget {}

    /** Not known, because the table referred to may not be read. */
    record Unknown() implements ReferenceTarget {}
}
