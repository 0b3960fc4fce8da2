package dev.concord.diff;

/**
 * A run that both sides changed, split into the lines both sides begin with, the rest, and those both end with. As many
 * lines of the base as possible go to the rest, where they are compared with those of the sides. It is not split where
 * a side carried a word over to another line.
 */
record CommonEnds(Chunk head, Chunk rest, Chunk tail) {

    static CommonEnds of(Chunk chunk, Sides sides, TextEquality equality) {
        int theirSize = chunk.theirEnd() - chunk.theirStart();
        int mySize = chunk.myEnd() - chunk.myStart();
        int most = Math.min(theirSize, mySize);
        int head = 0;
        while (head < most && sides.same(chunk.theirStart() + head, chunk.myStart() + head, equality)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && sides.same(chunk.theirEnd() - tail - 1, chunk.myEnd() - tail - 1, equality)) {
            tail++;
        }
        return head + tail == 0 || sides.length(chunk) > WordMerge.LONGEST
                ? at(chunk, 0, 0, 0, 0)
                : new Search(chunk, sides).ends(head, tail);
    }

    private static CommonEnds at(Chunk chunk, int oldHead, int head, int oldTail, int tail) {
        int start = chunk.start() + oldHead;
        int end = chunk.end() - oldTail;
        int theirStart = chunk.theirStart() + head;
        int theirEnd = chunk.theirEnd() - tail;
        int myStart = chunk.myStart() + head;
        int myEnd = chunk.myEnd() - tail;
        return new CommonEnds(
                new Chunk(chunk.start(), start, chunk.theirStart(), theirStart, chunk.myStart(), myStart, true),
                new Chunk(start, end, theirStart, theirEnd, myStart, myEnd, true),
                new Chunk(end, chunk.end(), theirEnd, chunk.theirEnd(), myEnd, chunk.myEnd(), true));
    }

    /** Looks for the longest ends whose words no side carried over. */
    private static final class Search {
        private final Chunk chunk;
        private final int oldSize;
        private final int theirSize;
        private final int mySize;
        private final WordFlow theirs;
        private final WordFlow mine;

        Search(Chunk chunk, Sides sides) {
            this.chunk = chunk;
            oldSize = chunk.end() - chunk.start();
            theirSize = chunk.theirEnd() - chunk.theirStart();
            mySize = chunk.myEnd() - chunk.myStart();
            String base = sides.base(chunk);
            theirs = WordFlow.of(base, oldSize, sides.theirs(chunk), theirSize);
            mine = WordFlow.of(base, oldSize, sides.mine(chunk), mySize);
        }

        CommonEnds ends(int longestHead, int longestTail) {
            // Nothing is carried over a cut in front of the first line, or behind the last.
            int head = longestHead;
            while (least(head, head) > most(head, head)) {
                head--;
            }
            int tail = longestTail;
            while (least(theirSize - tail, mySize - tail) > most(theirSize - tail, mySize - tail)) {
                tail--;
            }
            // The rest gets as many lines of the base as it has on the side where it is shorter.
            int spare = Math.max(0, oldSize - (Math.min(theirSize, mySize) - head - tail));
            int start = head == 0 ? 0 : Math.clamp(Math.min(head, spare), least(head, head), most(head, head));
            int end = oldSize - Math.min(tail, Math.max(0, spare - start));
            int first = least(theirSize - tail, mySize - tail);
            int last = most(theirSize - tail, mySize - tail);
            end = tail == 0 ? oldSize : Math.max(start, Math.clamp(end, first, last));
            return end > last ? at(chunk, start, head, 0, 0) : at(chunk, start, head, oldSize - end, tail);
        }

        private int least(int theirLine, int myLine) {
            return Math.max(theirs.least(theirLine), mine.least(myLine));
        }

        private int most(int theirLine, int myLine) {
            return Math.min(theirs.most(theirLine), mine.most(myLine));
        }
    }
}
