package dev.concord.app.conflict.parts;

import java.util.Optional;

/** One row of the list a value's parts are decided in. */
sealed interface PartRow {

    /** The part it belongs to. */
    int place();

    /** Above the lines somebody changed: which change it is, and the ways to decide it. */
    record Heading(int place) implements PartRow {}

    /**
     * One line of each side, beside each other; a side that has fewer lines has none.
     *
     * @param undecided whether the first line of what is not decided yet
     */
    record Lines(
            int place, Optional<PartLine> theirs, Optional<PartLine> result, Optional<PartLine> mine, boolean undecided)
            implements PartRow {}

    /** Lines nobody changed, not shown until asked for. */
    record Folded(int place, int count) implements PartRow {}

    /** The lines of one change while they are edited. */
    record Editing(int place) implements PartRow {}

    /** A path of JSON, or an item. */
    record Path(int place) implements PartRow {}
}
