package dev.concord.app.inplace;

/** What stands in the editor of a cell at first. */
public sealed interface EditStart {
    /** The value, to be changed. */
    EditStart CONTENT = new Content();

    /** The value, to be changed. */
    record Content() implements EditStart {}

    /** What was typed into the cell, in place of the value. */
    record Typed(String text) implements EditStart {}
}
