package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.Optional;

/**
 * How a run of text is merged.
 *
 * @param text the merged text; empty for a conflict
 */
record RunResolution(Kind kind, Optional<String> text) {

    /** Merges a run as a whole. */
    static RunResolution of(String base, String theirs, String mine, TextEquality equality) {
        if (theirs.equals(mine)) {
            return settled(theirs.equals(base) ? Kind.UNCHANGED : Kind.EQUAL, theirs);
        }
        if (theirs.equals(base)) {
            return settled(Kind.MINE, mine);
        }
        if (mine.equals(base)) {
            return settled(Kind.THEIRS, theirs);
        }
        return equality == TextEquality.EXACT ? conflict() : bySpacing(base, theirs, mine);
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
        String spaceless = Spacing.spaceless(theirs);
        String mySpaceless = Spacing.spaceless(mine);
        String oldSpaceless = Spacing.spaceless(base);
        if (spaceless.equals(mySpaceless) || mySpaceless.equals(oldSpaceless)) {
            return settled(Kind.SPACING, theirs);
        }
        return spaceless.equals(oldSpaceless) ? settled(Kind.SPACING, mine) : conflict();
    }
}
