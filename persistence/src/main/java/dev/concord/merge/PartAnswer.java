package dev.concord.merge;

/** What a person chose for one part of a value; see {@link Parts}. */
public sealed interface PartAnswer {

    /** As it was when the record was opened. */
    record Base() implements PartAnswer {}

    /** As it is in the database now. */
    record Theirs() implements PartAnswer {}

    /** As edited. */
    record Mine() implements PartAnswer {}

    /** Both, theirs first; for lines of a text and items of a list only. */
    record TheirsThenMine() implements PartAnswer {}

    /** Both, mine first; for lines of a text and items of a list only. */
    record MineThenTheirs() implements PartAnswer {}

    /** What the person typed, written as the part is: lines, an item, or JSON. */
    record Typed(String text) implements PartAnswer {}
}
