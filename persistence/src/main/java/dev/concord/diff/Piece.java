package dev.concord.diff;

import java.util.Optional;

/**
 * A run of lines of a merge on the three sides; a side without lines there is empty. The texts of one side, joined over
 * all pieces, are the whole text of that side. Lines keep their line ends.
 *
 * @param kind who changed it and how it was merged
 * @param base the text before either side changed it
 * @param theirs the text in the database now
 * @param mine the text as edited here
 * @param settled the merged text; empty only when a person has to decide
 * @param baseLine how many lines precede it in the base
 * @param theirsLine how many lines precede it in theirs
 * @param mineLine how many lines precede it in mine
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

    /** Who changed a run of lines, and how it was merged. */
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
         * Both sides changed it, and at least one change is only to white space, line ends or the Unicode form, or the
         * two changes differ in nothing else: the other change is kept, or theirs when there is none or both are the
         * same.
         */
        SPACING,
        /** Both changed different words of the same lines. */
        WORDS,
        /** A person has to decide. */
        CONFLICT
    }
}
