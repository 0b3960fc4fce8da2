package dev.concord.diff;

/**
 * A run of text that is in one of two texts or in both.
 *
 * @param kind in which of the texts it is
 * @param text the run, never empty
 */
public record Span(Kind kind, String text) {

    /** In which of the texts a run is. */
    public enum Kind {
        EQUAL,
        /** Only in the text before. */
        REMOVED,
        /** Only in the text after. */
        ADDED
    }
}
