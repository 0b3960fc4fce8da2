package dev.concord.merge;

/** Why a column of a merge has its value, or has none yet. */
public sealed interface ValueOrigin {

    /** Nobody changed it. */
    record Untouched() implements ValueOrigin {}

    /** Only the person changed it. */
    record Mine() implements ValueOrigin {}

    /** Only the database's value changed. */
    record Theirs() implements ValueOrigin {}

    /** Both changed it to the same value. */
    record Equal() implements ValueOrigin {}

    /** Both changed it, and a rule made one value of both. */
    record ByRule(Rule rule) implements ValueOrigin {}

    /** A person chose one of the three values, the sum, or parts of them. */
    record Chosen(Choice choice) implements ValueOrigin {}

    /** A person typed it. */
    record Typed() implements ValueOrigin {}

    /** The database sets it. */
    record SetByDatabase() implements ValueOrigin {}

    /** A person must decide. */
    record Undecided() implements ValueOrigin {}
}
