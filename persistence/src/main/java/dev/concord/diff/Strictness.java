package dev.concord.diff;

/** How much of a text counts when two sides' changes meet. */
enum Strictness {
    /** A change to white space, line ends or the Unicode form gives way to a real one. */
    LENIENT,
    /** Every character counts. */
    EXACT
}
