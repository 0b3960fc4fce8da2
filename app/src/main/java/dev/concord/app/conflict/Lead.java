package dev.concord.app.conflict;

/** Where a reference leads. */
public sealed interface Lead {

    /**
     * To a row that is there.
     *
     * @param label what people call the row; empty when it has nothing but its key
     */
    record To(String label) implements Lead {}

    /** To a row that is not there any more. */
    record Nowhere() implements Lead {}

    /** It cannot be told: the table referred to may not be read. */
    record Unknown() implements Lead {}
}
