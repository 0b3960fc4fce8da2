package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Merges lines in which both sides changed different words. What is not plain stays a decision: sides with another number
 * of lines, words changed with no unchanged word between them, a side that kept less than half of a line's words (what
 * it has in common with the others may be chance then), and words moved here and changed there.
 */
final class WordMerge {
    /** The longest run, in UTF-16 units, that is looked into. */
    private static final int LONGEST = 100_000;

    private final Strictness strictness;

    WordMerge(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Merges a run of as many lines on each side; empty when a person has to decide. */
    Optional<String> merged(Sides lines, Chunk run) {
        int size = run.end() - run.start();
        boolean plain = run.theirEnd() - run.theirStart() == size
                && run.myEnd() - run.myStart() == size
                && lines.base(run).length() <= LONGEST
                && lines.theirs(run).length() <= LONGEST
                && lines.mine(run).length() <= LONGEST;
        if (!plain) {
            return Optional.empty();
        }
        StringBuilder merged = new StringBuilder();
        for (int i = 0; i < size; i++) {
            Optional<String> line = line(lines, run.line(i));
            if (line.isEmpty()) {
                return line;
            }
            merged.append(line.get());
        }
        return Optional.of(merged.toString());
    }

    private Optional<String> line(Sides lines, Chunk line) {
        Settlement whole = lines.settlement(line, strictness);
        if (!whole.open()) {
            return whole.text();
        }
        Sides words = Sides.ofWords(lines.base(line), lines.theirs(line), lines.mine(line));
        Numbers numbers = words.numbers(words.whole(), strictness);
        List<Edit> theirs = numbers.theirEdits();
        List<Edit> mine = numbers.myEdits();
        int size = numbers.base().length;
        if (!keepsHalf(theirs, size) || !keepsHalf(mine, size)) {
            return Optional.empty();
        }
        List<Placed> runs = new ArrayList<>();
        for (Chunk chunk : Chunk.of(theirs, mine, size)) {
            runs.add(new Placed(chunk, words.settlement(chunk, strictness)));
        }
        List<Placed> settled = Moves.opened(runs, words, strictness);
        return settled.stream().anyMatch(run -> run.settlement().open())
                ? Optional.empty()
                : Optional.of(settled.stream()
                        .flatMap(run -> run.settlement().text().stream())
                        .collect(Collectors.joining()));
    }

    private static boolean keepsHalf(List<Edit> edits, int size) {
        int gone = edits.stream().mapToInt(edit -> edit.end() - edit.start()).sum();
        return 2 * gone <= size;
    }
}
