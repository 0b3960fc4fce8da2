package dev.concord.diff;

/**
 * A run of tokens that was replaced by another; one of them may be empty, not both.
 *
 * @param start of the run replaced
 * @param end of the run replaced, exclusive
 * @param newStart of the run that replaced it
 * @param newEnd of the run that replaced it, exclusive
 */
record Edit(int start, int end, int newStart, int newEnd) {

    boolean isInsertion() {
        return start == end;
    }

    boolean isDeletion() {
        return newStart == newEnd;
    }

    /** Returns the same change some tokens further down. */
    Edit moved(int tokens) {
        return new Edit(start + tokens, end + tokens, newStart + tokens, newEnd + tokens);
    }

    /** Returns how many tokens it adds to the text; negative when it removes more than it adds. */
    int growth() {
        return (newEnd - newStart) - (end - start);
    }
}
