package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges lines in which both sides changed different words. What is not plain stays a decision: sides with another number
 * of lines, words changed with no unchanged word between them, and words moved here and changed there.
 */
final class WordMerge {
    /** The longest run, in UTF-16 units, that is looked into. */
    private static final int LONGEST = 100_000;

    private WordMerge() {}

    /** Merges a run of as many lines on each side; empty when a person has to decide. */
    static Optional<String> of(Sides lines, Chunk run, Strictness strictness) {
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
        List<MergedRun> words = words(Sides.of(base, theirs, mine, Tokens::words), strictness);
        return words.stream().anyMatch(word -> word.settlement().open())
                ? Optional.empty()
                : Optional.of(joined(words)).filter(text -> text.lines().count() == size);
    }

    private static List<MergedRun> words(Sides sides, Strictness strictness) {
        List<MergedRun> words = new ArrayList<>();
        for (Chunk chunk : sides.numbers(sides.whole(), strictness).chunks()) {
            words.add(new MergedRun(chunk, sides.settlement(chunk, strictness)));
        }
        return Moves.opened(words, sides, strictness);
    }

    /** What was the last word on one side, with no space behind it, need not be the last of the merged line. */
    private static String joined(List<MergedRun> runs) {
        StringBuilder joined = new StringBuilder();
        for (MergedRun run : runs) {
            String words = run.settlement().text().orElse("");
            boolean spaced = joined.isEmpty() || Spacing.isSpace(joined.charAt(joined.length() - 1));
            joined.append(spaced || words.isEmpty() ? "" : " ").append(words);
        }
        return joined.toString();
    }
}
