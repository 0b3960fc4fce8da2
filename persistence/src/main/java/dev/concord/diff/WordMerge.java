package dev.concord.diff;

import java.util.List;
import java.util.Optional;

/**
 * Merges lines in which both sides changed different words, or one side words and the other the white space between
 * others. It leaves to a person: sides with different numbers of lines, and changes with no unchanged word between.
 * Where white space does not count, what both sides did to the same white space is as in the database, and white space
 * beside a changed word is as on the side that changed the word.
 */
final class WordMerge {
    /** The most UTF-16 units on the three sides together that are merged by word. */
    static final int LONGEST = 100_000;

    private final SpacedWords base;
    private final SpacedWords theirs;
    private final SpacedWords mine;
    private final TokenNumbers numbers;
    private final TextEquality equality;
    private final StringBuilder merged = new StringBuilder();
    /** Whether only that side changed the white space in front of the last word. */
    private boolean theirGapBefore;

    private boolean myGapBefore;

    private WordMerge(String base, String theirs, String mine, TextEquality equality) {
        Vocabulary words = new Vocabulary();
        this.base = SpacedWords.of(base, words);
        this.theirs = SpacedWords.of(theirs, words);
        this.mine = SpacedWords.of(mine, words);
        this.equality = equality;
        TokenNumbers exact = new TokenNumbers(this.base.numbers(), this.theirs.numbers(), this.mine.numbers(), words);
        this.numbers = equality == TextEquality.EXACT ? exact : exact.spaceless();
    }

    /** Merges a run with the same number of lines on each side; empty when a person has to decide. */
    static Optional<String> of(Sides lines, Chunk run, TextEquality equality) {
        int size = run.end() - run.start();
        boolean sameSize = run.theirEnd() - run.theirStart() == size && run.myEnd() - run.myStart() == size;
        return sameSize && lines.length(run) <= LONGEST
                ? new WordMerge(lines.base(run), lines.theirs(run), lines.mine(run), equality).merged()
                : Optional.empty();
    }

    private Optional<String> merged() {
        List<Chunk> chunks = numbers.chunks();
        if (chunks.isEmpty() && !gap(0, 0, 0)) {
            return Optional.empty();
        }
        for (Chunk chunk : chunks) {
            boolean done = chunk.touched() ? change(chunk) : same(chunk);
            if (!done) {
                return Optional.empty();
            }
        }
        return Optional.of(merged.toString());
    }

    /** Adds words that the three sides have, each with the white space in front of it, which may have changed. */
    private boolean same(Chunk chunk) {
        boolean settled = true;
        for (int i = 0; i < chunk.end() - chunk.start(); i++) {
            Chunk word = chunk.line(i);
            boolean behindChange = i == 0 && !startsText(chunk);
            // The white space beside a change was added with it.
            settled &= behindChange || gap(word.start(), word.theirStart(), word.myStart());
            word(word.start(), word.theirStart(), word.myStart());
        }
        return settled && (!endsText(chunk) || gap(base.size(), theirs.size(), mine.size()));
    }

    private static boolean startsText(Chunk chunk) {
        return chunk.start() == 0 && chunk.theirStart() == 0 && chunk.myStart() == 0;
    }

    private boolean endsText(Chunk chunk) {
        return chunk.end() == base.size() && chunk.theirEnd() == theirs.size() && chunk.myEnd() == mine.size();
    }

    /** Adds what one side, or both alike, made of some words, with the white space before and behind. */
    private boolean change(Chunk chunk) {
        theirGapBefore = false;
        myGapBefore = false;
        boolean theirChange = !numbers.baseIsTheirs(chunk);
        boolean myChange = !numbers.baseIsMine(chunk);
        if (theirChange && myChange) {
            return numbers.theirsIsMine(chunk) && both(chunk);
        }
        boolean touched =
                theirChange ? touched(chunk, mine, chunk.myStart()) : touched(chunk, theirs, chunk.theirStart());
        if (touched && equality == TextEquality.EXACT) {
            return false;
        }
        merged.append(
                theirChange
                        ? theirs.withGaps(chunk.theirStart(), chunk.theirEnd())
                        : mine.withGaps(chunk.myStart(), chunk.myEnd()));
        return true;
    }

    /** Whether a side that left some words alone changed the white space before, between or behind them. */
    private boolean touched(Chunk chunk, SpacedWords side, int start) {
        for (int i = 0; i <= chunk.end() - chunk.start(); i++) {
            if (!side.gap(start + i).equals(base.gap(chunk.start() + i))) {
                return true;
            }
        }
        return false;
    }

    private boolean both(Chunk chunk) {
        String their = theirs.withGaps(chunk.theirStart(), chunk.theirEnd());
        String my = mine.withGaps(chunk.myStart(), chunk.myEnd());
        merged.append(their);
        return their.equals(my) || equality == TextEquality.WITHOUT_SPACING;
    }

    /** Adds white space. That on the two sides of one word counts as one piece of it. */
    private boolean gap(int old, int their, int my) {
        boolean added = add(base.gap(old), theirs.gap(their), mine.gap(my));
        boolean theirChange = !theirs.gap(their).equals(base.gap(old));
        boolean myChange = !mine.gap(my).equals(base.gap(old));
        boolean apart = !((theirChange && myGapBefore) || (myChange && theirGapBefore));
        boolean alike = theirChange == myChange;
        theirGapBefore = theirChange && !alike;
        myGapBefore = myChange && !alike;
        return added && (apart || alike || equality == TextEquality.WITHOUT_SPACING);
    }

    /** Adds a word that the three sides have; where white space counts, it is the same word. */
    private void word(int old, int their, int my) {
        add(base.word(old), theirs.word(their), mine.word(my));
    }

    private boolean add(String old, String their, String my) {
        merged.append(their.equals(old) ? my : their);
        return their.equals(old) || my.equals(old) || their.equals(my) || equality == TextEquality.WITHOUT_SPACING;
    }
}
