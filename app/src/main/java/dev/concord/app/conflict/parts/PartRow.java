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

    /**
     * An object or array that what was changed is in.
     *
     * @param place the first change beneath it
     * @param depth how many stand above it
     * @param name what it is called where it is
     */
    record Above(int place, int depth, String name) implements PartRow {}

    /**
     * A path of JSON, or an item.
     *
     * @param depth how many objects and arrays stand above it
     * @param name what it is called where it is; empty for the whole, and for what is known by its place
     */
    record Path(int place, int depth, String name) implements PartRow {}
}
