package dev.concord.app.paste;

import dev.concord.app.pending.FieldInput;
import java.util.Optional;

/** What becomes of one cell; switch over it exhaustively. Immutable. */
sealed interface CellVerdict {

    /**
     * It changes.
     *
     * @param refersTo the name of the record that the value refers to; empty where it refers to none, or the record has no name
     */
    record Changes(FieldInput after, String refersTo) implements CellVerdict {}

    /** It holds the value already. */
    record Same() implements CellVerdict {}

    /** There is nothing to change it to. */
    record Untouched() implements CellVerdict {}

    /**
     * It cannot change.
     *
     * @param asked the text that was to stand in it
     * @param sentence why not
     * @param kept what can be kept in the edit nevertheless, to be put right before it is saved; empty where nothing can
     */
    record Cannot(Obstacle obstacle, String asked, String sentence, Optional<FieldInput> kept) implements CellVerdict {}

    /** The kinds of reasons why a cell cannot change. */
    enum Obstacle {
        /** Nobody changes the column by hand, or not this user. */
        LOCKED,
        /** The column names the record. */
        KEY,
        /** The text is no value of the column's type, or does not fit into it. */
        VALUE,
        /** The column needs a value. */
        EMPTY,
        /** The text names no record to refer to, or several. */
        REFERENCE
    }
}
