package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of tokens on the three sides of a merge; every end is exclusive.
 *
 * @param touched whether any side changed it
 */
record Chunk(int start, int end, int theirStart, int theirEnd, int myStart, int myEnd, boolean touched) {

    /**
     * Cuts the three sides into unchanged and changed runs by diff3, as described by Khanna, Kunal and Pierce (A Formal
     * Investigation of Diff3, 2007). Changes that overlap, or have no unchanged token between them, are in one run.
     *
     * @param theirs what differs between the base and theirs, in order
     * @param mine what differs between the base and mine, in order
     * @param size how many tokens the base has
     */
    static List<Chunk> of(List<Edit> theirs, List<Edit> mine, int size) {
        return new Sweep(theirs, mine).chunks(size);
    }

    boolean isEmpty() {
        return start == end && theirStart == theirEnd && myStart == myEnd;
    }

    /** Returns one line of a run that has the same number of lines on each side. */
    Chunk line(int index) {
        return lines(index, index + 1);
    }

    /** Returns some lines of a run that has the same number of lines on each side. */
    Chunk lines(int from, int to) {
        return new Chunk(
                start + from, start + to, theirStart + from, theirStart + to, myStart + from, myStart + to, touched);
    }

    /** Returns this run, which is counted from the start of another, counted from the start of the text. */
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

    /** Goes through both sides' edits in the order of the base. */
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

        /** Takes one edit, the edits of the other side that overlap it, and so on until none overlaps. */
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
        /** The end of the last edit taken, in the base. */
        private int end = -1;
        /** How many more tokens than the base the side has up to there. */
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
