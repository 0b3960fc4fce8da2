package dev.concord.merge;

/** What a person wants one part of a value to be; see {@link Parts}. */
public sealed interface Answer {

    /** As it was when the record was opened. */
    record Base() implements Answer {}

    /** As it is in the database now. */
    record Theirs() implements Answer {}

    /** As edited. */
    record Mine() implements Answer {}

    /** Both, the database's first. Lines of a text and items of a list only. */
    record TheirsThenMine() implements Answer {}

    /** Both, the person's first. Lines of a text and items of a list only. */
    record MineThenTheirs() implements Answer {}

    /** Something of its own, as the part is written: lines, an item, or JSON. */
    record Typed(String text) implements Answer {}
}
