package dev.concord.diff;

/** When two texts, or two tokens of texts, count as equal. */
enum TextEquality {
    /** White space, line ends and the Unicode form do not count. */
    WITHOUT_SPACING,
    /** Every character counts. */
    EXACT
}
