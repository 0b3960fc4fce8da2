package dev.concord.merge;

/** What a person chose for one part of a value; see {@link Parts}. */
public sealed interface Answer {

    /** As it was when the record was opened. */
    record Base() implements Answer {}

    /** As it is in the database now. */
    record Theirs() implements Answer {}

    /** As edited. */
    record Mine() implements Answer {}

    /** Both, theirs first; for lines of a text and items of a list only. */
    record TheirsThenMine() implements Answer {}

    /** Both, mine first; for lines of a text and items of a list only. */
    record MineThenTheirs() implements Answer {}

    /** What the person typed, written as the part is: lines, an item, or JSON. */
    record Typed(String text) implements Answer {}
}
