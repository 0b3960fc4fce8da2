package dev.concord.diff;

import java.util.Set;

/**
 * A text and two people's edits of it.
 *
 * @param moved words of the base that one of them moved
 */
record EditCase(EditedText base, EditedText theirs, EditedText mine, Set<Integer> moved) {
    EditCase {
        moved = Set.copyOf(moved);
    }

    EditCase exchanged() {
        return new EditCase(base, /* theirs= */ mine, /* mine= */ theirs, moved);
    }
}
