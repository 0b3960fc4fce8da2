package dev.concord.diff;

/**
 * A run of pieces that another run took the place of; either may be empty, not both.
 *
 * @param start of the run replaced
 * @param end of the run replaced, exclusive
 * @param newStart of the run that took its place
 * @param newEnd of the run that took its place, exclusive
 */
record Edit(int start, int end, int newStart, int newEnd) {

    boolean isInsertion() {
        return start == end;
    }

    boolean isDeletion() {
        return newStart == newEnd;
    }

    /** The same change, some pieces further on. */
    Edit moved(int pieces) {
        return new Edit(start + pieces, end + pieces, newStart + pieces, newEnd + pieces);
    }

    /** How much longer the text is behind it. */
    int growth() {
        return (newEnd - newStart) - (end - start);
    }
}
