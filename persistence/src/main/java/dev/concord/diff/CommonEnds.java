package dev.concord.diff;

/**
 * A run that both sides changed, split into the tokens both sides begin with, the rest, and those both end with. As
 * many tokens of the base as possible go to the rest, where they are compared with those of the sides.
 */
record CommonEnds(Chunk head, Chunk rest, Chunk tail) {

    static CommonEnds of(Chunk chunk, Sides sides, TextEquality equality) {
        int most = Math.min(chunk.theirEnd() - chunk.theirStart(), chunk.myEnd() - chunk.myStart());
        int head = 0;
        while (head < most && sides.same(chunk.theirStart() + head, chunk.myStart() + head, equality)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && sides.same(chunk.theirEnd() - tail - 1, chunk.myEnd() - tail - 1, equality)) {
            tail++;
        }
        int spare = Math.max(0, chunk.end() - chunk.start() - (most - head - tail));
        int start = chunk.start() + Math.min(head, spare);
        int end = chunk.end() - Math.min(tail, spare - (start - chunk.start()));
        int theirStart = chunk.theirStart() + head;
        int theirEnd = chunk.theirEnd() - tail;
        int myStart = chunk.myStart() + head;
        int myEnd = chunk.myEnd() - tail;
        return new CommonEnds(
                new Chunk(chunk.start(), start, chunk.theirStart(), theirStart, chunk.myStart(), myStart, true),
                new Chunk(start, end, theirStart, theirEnd, myStart, myEnd, true),
                new Chunk(end, chunk.end(), theirEnd, chunk.theirEnd(), myEnd, chunk.myEnd(), true));
    }
}
