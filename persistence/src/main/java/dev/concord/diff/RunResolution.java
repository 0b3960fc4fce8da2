package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.Optional;

/**
 * What becomes of a run of text.
 *
 * @param text the merged text; empty for a conflict
 */
record RunResolution(Kind kind, Optional<String> text) {

    /** Compares a run as a whole. */
    static RunResolution of(String base, String theirs, String mine, Strictness strictness) {
        if (theirs.equals(mine)) {
            return settled(theirs.equals(base) ? Kind.UNCHANGED : Kind.EQUAL, theirs);
        }
        if (theirs.equals(base)) {
            return settled(Kind.MINE, mine);
        }
        if (mine.equals(base)) {
            return settled(Kind.THEIRS, theirs);
        }
        return strictness == Strictness.EXACT ? conflict() : bySpacing(base, theirs, mine);
    }

    static RunResolution settled(Kind kind, String text) {
        return new RunResolution(kind, Optional.of(text));
    }

    static RunResolution conflict() {
        return new RunResolution(Kind.CONFLICT, Optional.empty());
    }

    boolean open() {
        return text.isEmpty();
    }

    private static RunResolution bySpacing(String base, String theirs, String mine) {
        String essence = Spacing.essence(theirs);
        String myEssence = Spacing.essence(mine);
        String oldEssence = Spacing.essence(base);
        if (essence.equals(myEssence) || myEssence.equals(oldEssence)) {
            return settled(Kind.SPACING, theirs);
        }
        return essence.equals(oldEssence) ? settled(Kind.SPACING, mine) : conflict();
    }
}
