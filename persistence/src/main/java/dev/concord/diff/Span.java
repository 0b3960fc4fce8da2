package dev.concord.diff;

/**
 * A run of text and what became of it.
 *
 * @param kind what became of it
 * @param text the run, never empty
 */
public record Span(Kind kind, String text) {

    /** What became of a run of text. */
    public enum Kind {
        EQUAL,
        /** Only in the text before. */
        REMOVED,
        /** Only in the text after. */
        ADDED
    }
}
