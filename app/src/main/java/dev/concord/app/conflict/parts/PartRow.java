package dev.concord.app.conflict.parts;

import java.util.Optional;

/** One row of the list in which the parts of a value are decided. */
sealed interface PartRow {

    /** The part it belongs to. */
    int place();

    /** The heading of changed lines: which change it is, and the buttons that decide it. */
    record Heading(int place) implements PartRow {}

    /**
     * One line of each side, beside each other; a side that has fewer lines has none.
     *
     * @param undecided whether the first line of what is not decided yet
     */
    record Lines(
            int place, Optional<PartLine> theirs, Optional<PartLine> result, Optional<PartLine> mine, boolean undecided)
            implements PartRow {}

    /** Unchanged lines that are folded. */
    record Folded(int place, int count) implements PartRow {}

    /** The lines of one change while they are edited. */
    record Editing(int place) implements PartRow {}

    /**
     * An object or array that contains a change.
     *
     * @param place the first change beneath it
     * @param depth how many stand above it
     * @param name its name inside the next outer one
     */
    record Above(int place, int depth, String name) implements PartRow {}

    /**
     * A path of JSON, or an item.
     *
     * @param depth how many objects and arrays stand above it
     * @param name its name inside the next outer one; empty for the whole value, and for an item known by its place
     */
    record Path(int place, int depth, String name) implements PartRow {}
}
