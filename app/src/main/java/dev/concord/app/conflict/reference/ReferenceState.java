package dev.concord.app.conflict.reference;

/** Where a reference leads. */
public sealed interface ReferenceState {

    /**
     * To a row that is there.
     *
     * @param label what people call the row; empty when it has nothing but its key
     */
    record To(String label) implements ReferenceState {}

    /** To a row that is not there any more. */
    record Nowhere() implements ReferenceState {}

    /** It cannot be told: the table referred to may not be read. */
    record Unknown() implements ReferenceState {}
}
