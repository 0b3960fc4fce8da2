package dev.concord.app.paste;

import dev.concord.transfer.Block;
import java.util.Optional;

/** What cells are to be changed to; switch over it exhaustively. Immutable. */
sealed interface CellSource {

    /** The cells of a block, as far as it has them. */
    record Pasted(Block block) implements CellSource {}

    /**
     * One value in all cells.
     *
     * @param text as typed; empty for NULL
     */
    record Same(Optional<String> text) implements CellSource {}

    /** In each column the value of the first row, in the rows below. */
    record FromFirst() implements CellSource {}

    /** What each cell holds, with something replaced in it. */
    record Replacing(Replacement replacement) implements CellSource {}

    /** How many rows it fills by itself. */
    default int height() {
        return this instanceof Pasted(Block block) ? block.height() : 1;
    }
}
