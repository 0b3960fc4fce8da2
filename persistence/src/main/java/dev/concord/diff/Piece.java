package dev.concord.diff;

import java.util.Optional;

/**
 * A run of lines of a merge, on all three sides; a side that has none there is empty. The pieces' texts of one side,
 * joined, are that side's whole text. Lines keep their line ends.
 *
 * @param kind what became of it
 * @param base the text before either side changed it
 * @param theirs the text in the database now
 * @param mine the text as edited here
 * @param settled the merged text; empty when a person has to decide, and for nothing else
 * @param baseLine how many lines stand above it in the base
 * @param theirsLine how many lines stand above it in theirs
 * @param mineLine how many lines stand above it in mine
 */
public record Piece(
        Kind kind,
        String base,
        String theirs,
        String mine,
        Optional<String> settled,
        int baseLine,
        int theirsLine,
        int mineLine) {

    /** What became of a run of lines. */
    public enum Kind {
        /** Nobody changed it. */
        UNCHANGED,
        /** Only this side changed it. */
        MINE,
        /** Only the database's side changed it. */
        THEIRS,
        /** Both made the same change. */
        EQUAL,
        /**
         * Two changes met of which at least one is only to white space, line ends or the Unicode form, or which differ in
         * nothing else: the real change won, and theirs where there was none or both were the same.
         */
        SPACING,
        /** Both changed different words of the same lines. */
        WORDS,
        /** A person has to decide. */
        CONFLICT
    }
}
