package dev.concord.diff;

import java.util.BitSet;
import java.util.List;

/** A run of the three sides as numbers: what counts as equal has one number. */
final class Numbers {
    private final int[] base;
    private final int[] theirs;
    private final int[] mine;
    private final Vocabulary vocabulary;

    Numbers(int[] base, int[] theirs, int[] mine, Vocabulary vocabulary) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.vocabulary = vocabulary;
    }

    int[] base() {
        return base;
    }

    int[] theirs() {
        return theirs;
    }

    int[] mine() {
        return mine;
    }

    /** What the numbers stand for; it has more than the run, and all numbers are below its size. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Edit> theirEdits() {
        return Histogram.edits(base, theirs, vocabulary.size());
    }

    List<Edit> myEdits() {
        return Histogram.edits(base, mine, vocabulary.size());
    }

    List<Chunk> chunks() {
        return Chunk.of(theirEdits(), myEdits(), base.length);
    }

    /** How many different pieces there are. */
    int different() {
        BitSet different = new BitSet();
        for (int[] side : List.of(base, theirs, mine)) {
            for (int number : side) {
                different.set(number);
            }
        }
        return different.cardinality();
    }
}
