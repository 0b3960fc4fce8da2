package dev.concord.diff;

/**
 * A run that both sides changed, cut into what both begin with, what is left, and what both end with. The base's pieces
 * go to the rest, as far as it has room for them: there they are compared with something.
 */
record Trim(Chunk head, Chunk rest, Chunk tail) {

    static Trim of(Chunk chunk, Sides sides, Strictness strictness) {
        int most = Math.min(chunk.theirEnd() - chunk.theirStart(), chunk.myEnd() - chunk.myStart());
        int head = 0;
        while (head < most && sides.same(chunk.theirStart() + head, chunk.myStart() + head, strictness)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && sides.same(chunk.theirEnd() - tail - 1, chunk.myEnd() - tail - 1, strictness)) {
            tail++;
        }
        int spare = Math.max(0, chunk.end() - chunk.start() - (most - head - tail));
        int start = chunk.start() + Math.min(head, spare);
        int end = chunk.end() - Math.min(tail, spare - (start - chunk.start()));
        int theirStart = chunk.theirStart() + head;
        int theirEnd = chunk.theirEnd() - tail;
        int myStart = chunk.myStart() + head;
        int myEnd = chunk.myEnd() - tail;
        return new Trim(
                new Chunk(chunk.start(), start, chunk.theirStart(), theirStart, chunk.myStart(), myStart, true),
                new Chunk(start, end, theirStart, theirEnd, myStart, myEnd, true),
                new Chunk(end, chunk.end(), theirEnd, chunk.theirEnd(), myEnd, chunk.myEnd(), true));
    }
}
