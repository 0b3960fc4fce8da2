package dev.concord.app.paste;

import dev.concord.app.paste.SourceReading.BlockFacts;
import java.util.List;
import java.util.Optional;

/** What a change of many cells would do; switch over it exhaustively. Immutable. */
sealed interface PasteAnswer {

    /** It is being found out. */
    record Waiting() implements PasteAnswer {}

    /** Nothing, and one sentence says why. */
    record Unusable(String sentence) implements PasteAnswer {}

    /**
     * Every cell is judged.
     *
     * @param gone names of the rows that were deleted meanwhile
     * @param surplus how many columns of the block have no column here
     * @param rest how many lines of the block have no row here, new rows among them
     * @param added how many new rows there are
     * @param news how many of the cells hold another value by now than the grid shows
     * @param block what was found out about the block; empty where there is none
     */
    record Judged(
            CellChanges cells,
            List<String> gone,
            int surplus,
            int rest,
            int added,
            int news,
            Optional<BlockFacts> block)
            implements PasteAnswer {
        public Judged {
            gone = List.copyOf(gone);
        }

        /** Whether there is nothing that a person would have to be told. */
        boolean plain() {
            return cells.refused() == 0 && gone.isEmpty() && surplus == 0 && rest == 0 && added == 0 && news == 0;
        }
    }
}
