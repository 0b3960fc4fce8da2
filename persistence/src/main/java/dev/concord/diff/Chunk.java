package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of pieces on all three sides of a merge; every end is exclusive.
 *
 * @param touched whether any side changed it
 */
record Chunk(int start, int end, int theirStart, int theirEnd, int myStart, int myEnd, boolean touched) {

    /**
     * Cuts the three sides into runs with the same neighbours: diff3, as described by Khanna, Kunal and Pierce (A Formal
     * Investigation of Diff3, 2007). Changes that overlap, or touch with nothing unchanged between them, are in one run.
     *
     * @param theirs what differs between the base and theirs, in order
     * @param mine what differs between the base and mine, in order
     * @param size of the base
     */
    static List<Chunk> of(List<Edit> theirs, List<Edit> mine, int size) {
        return new Sweep(theirs, mine).chunks(size);
    }

    boolean isEmpty() {
        return start == end && theirStart == theirEnd && myStart == myEnd;
    }

    /** One line of a run that has as many on each side. */
    Chunk line(int index) {
        return lines(index, index + 1);
    }

    /** Some lines of a run that has as many on each side. */
    Chunk lines(int from, int to) {
        return new Chunk(
                start + from, start + to, theirStart + from, theirStart + to, myStart + from, myStart + to, touched);
    }

    /** The same run counted from other starts. */
    Chunk within(Chunk whole) {
        return new Chunk(
                start + whole.start,
                end + whole.start,
                theirStart + whole.theirStart,
                theirEnd + whole.theirStart,
                myStart + whole.myStart,
                myEnd + whole.myStart,
                touched);
    }

    /** Both sides' edits, taken in the base's order. */
    private static final class Sweep {
        private final Cursor theirs;
        private final Cursor mine;
        private final List<Chunk> chunks = new ArrayList<>();

        Sweep(List<Edit> theirs, List<Edit> mine) {
            this.theirs = new Cursor(theirs);
            this.mine = new Cursor(mine);
        }

        List<Chunk> chunks(int size) {
            Chunk last = new Chunk(0, 0, 0, 0, 0, 0, false);
            while (theirs.more() || mine.more()) {
                last = upTo(Math.min(theirs.start(), mine.start()), last, false);
                takeOverlapping();
                last = upTo(Math.max(last.end, Math.max(theirs.end, mine.end)), last, true);
            }
            upTo(size, last, false);
            return chunks;
        }

        /** Takes one edit, and whatever it overlaps on the other side, and whatever that overlaps. */
        private void takeOverlapping() {
            Cursor next = theirs.start() <= mine.start() ? theirs : mine;
            next.take();
            while (theirs.start() <= mine.end || mine.start() <= theirs.end) {
                next = theirs.start() <= mine.end ? theirs : mine;
                next.take();
            }
        }

        private Chunk upTo(int end, Chunk last, boolean touched) {
            if (end == last.end && !touched) {
                return last;
            }
            Chunk chunk = new Chunk(
                    last.end, end, last.theirEnd, end + theirs.growth, last.myEnd, end + mine.growth, touched);
            chunks.add(chunk);
            return chunk;
        }
    }

    private static final class Cursor {
        private final List<Edit> edits;
        private int taken;
        /** Where the last edit taken ends in the base. */
        private int end = -1;
        /** How much longer than the base the side is up to there. */
        private int growth;

        Cursor(List<Edit> edits) {
            this.edits = edits;
        }

        boolean more() {
            return taken < edits.size();
        }

        int start() {
            return more() ? edits.get(taken).start() : Integer.MAX_VALUE;
        }

        void take() {
            Edit edit = edits.get(taken++);
            end = edit.end();
            growth += edit.growth();
        }
    }
}
