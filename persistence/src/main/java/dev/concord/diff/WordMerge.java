package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges lines in which both sides changed different words. It leaves to a person: sides with different numbers of
 * lines, changes with no unchanged word between them, and words that one side moved and the other changed.
 */
final class WordMerge {
    /** The most UTF-16 units on the three sides together that are merged by word. */
    private static final int LONGEST = 100_000;

    private WordMerge() {}

    /** Merges a run with the same number of lines on each side; empty when a person has to decide. */
    static Optional<String> of(Sides lines, Chunk run, TextEquality equality) {
        int size = run.end() - run.start();
        if (run.theirEnd() - run.theirStart() != size || run.myEnd() - run.myStart() != size) {
            return Optional.empty();
        }
        String base = lines.base(run);
        String theirs = lines.theirs(run);
        String mine = lines.mine(run);
        if (base.length() + theirs.length() + mine.length() > LONGEST) {
            return Optional.empty();
        }
        List<MergedRun> words = words(Sides.of(base, theirs, mine, Tokens::words), equality);
        return words.stream().anyMatch(word -> word.resolution().open())
                ? Optional.empty()
                : Optional.of(joined(words)).filter(text -> text.lines().count() == size);
    }

    private static List<MergedRun> words(Sides sides, TextEquality equality) {
        List<MergedRun> words = new ArrayList<>();
        for (Chunk chunk : sides.numbers(sides.whole(), equality).chunks()) {
            words.add(new MergedRun(chunk, sides.resolution(chunk, equality)));
        }
        return Moves.opened(words, sides, equality);
    }

    /** Joins the words, with a space where a side's last word, which has none behind it, is followed by another. */
    private static String joined(List<MergedRun> runs) {
        StringBuilder joined = new StringBuilder();
        for (MergedRun run : runs) {
            String words = run.resolution().text().orElse("");
            boolean spaced = joined.isEmpty() || Spacing.isSpace(joined.charAt(joined.length() - 1));
            joined.append(spaced || words.isEmpty() ? "" : " ").append(words);
        }
        return joined.toString();
    }
}
