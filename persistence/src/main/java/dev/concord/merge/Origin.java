package dev.concord.merge;

/** Why a column of a merge has the value it has, or why it has none yet. */
public sealed interface Origin {

    /** Nobody changed it. */
    record Untouched() implements Origin {}

    /** Only the person changed it. */
    record Mine() implements Origin {}

    /** Only the database's value changed. */
    record Theirs() implements Origin {}

    /** Both changed it to the same value. */
    record Equal() implements Origin {}

    /** Both changed it, and a rule made one value of both. */
    record ByRule(Rule rule) implements Origin {}

    /** A person chose one of the three values, their sum, or parts of them. */
    record Chosen(Choice choice) implements Origin {}

    /** A person typed it. */
    record Typed() implements Origin {}

    /** The database makes it. */
    record SetByDatabase() implements Origin {}

    /** It waits for a person. */
    record Undecided() implements Origin {}
}
