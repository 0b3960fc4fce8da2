package dev.concord.app.paste;

import dev.concord.catalog.Column;
import dev.concord.transfer.Separator;
import java.util.List;
import java.util.Optional;

/** What was asked for, ready to be judged; switch over it exhaustively. Immutable. */
sealed interface SourceReading {

    /** It can be judged. */
    record Ready(CellSource source, Optional<BlockFacts> block) implements SourceReading {}

    /** It cannot, and one sentence says why. */
    record Unusable(String sentence) implements SourceReading {}

    /**
     * What was found out about a block.
     *
     * @param separator what separates its cells
     * @param quoted false where a quotation mark without a partner was read as text
     * @param shorter how many lines are shorter than the longest
     * @param titled whether its first line has the names of columns
     * @param named the columns by that line, where it is used; otherwise the block goes where the grid's columns are
     */
    record BlockFacts(Separator separator, boolean quoted, int shorter, boolean titled, Optional<List<Column>> named) {}
}
