package dev.concord.diff;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The tokens of a run on the three sides, as numbers: equal tokens have the same number. */
final class TokenNumbers {
    private final int[] base;
    private final int[] theirs;
    private final int[] mine;
    private final Vocabulary vocabulary;

    TokenNumbers(int[] base, int[] theirs, int[] mine, Vocabulary vocabulary) {
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

    /** The tokens by number, those of other runs included. All numbers are less than its size. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Edit> theirEdits() {
        return HistogramDiff.edits(base, theirs, vocabulary.size());
    }

    List<Edit> myEdits() {
        return HistogramDiff.edits(base, mine, vocabulary.size());
    }

    List<Chunk> chunks() {
        return Chunk.of(theirEdits(), myEdits(), base.length);
    }

    boolean baseIsTheirs(Chunk run) {
        return Arrays.equals(base, run.start(), run.end(), theirs, run.theirStart(), run.theirEnd());
    }

    boolean baseIsMine(Chunk run) {
        return Arrays.equals(base, run.start(), run.end(), mine, run.myStart(), run.myEnd());
    }

    boolean theirsIsMine(Chunk run) {
        return Arrays.equals(theirs, run.theirStart(), run.theirEnd(), mine, run.myStart(), run.myEnd());
    }

    /** Returns the numbers that are the same when the tokens differ in spacing only. */
    TokenNumbers spaceless() {
        SpacelessTokens spaceless = new SpacelessTokens(vocabulary);
        return new TokenNumbers(spaceless.of(base), spaceless.of(theirs), spaceless.of(mine), spaceless.vocabulary());
    }

    /** Returns how many different tokens there are. */
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
