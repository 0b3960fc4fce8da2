package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges three texts by line; where that leaves a conflict, by line without spacing; and where that leaves one, by
 * word.
 */
final class LineMerge {
    private final Sides sides;
    private final TextEquality equality;
    private final List<MergedRun> placed = new ArrayList<>();
    /** How lines were compared: without spacing as soon as that was needed for one run. */
    private TextEquality compared = TextEquality.EXACT;

    private LineMerge(Sides sides, TextEquality equality) {
        this.sides = sides;
        this.equality = equality;
    }

    /** Returns the runs of lines in order, each with its resolution. */
    static List<MergedRun> runs(Sides sides, TextEquality equality) {
        LineMerge merge = new LineMerge(sides, equality);
        merge.merge(sides.whole(), TextEquality.EXACT);
        return Moves.opened(merge.placed, sides, merge.compared);
    }

    private void merge(Chunk region, TextEquality level) {
        for (Chunk found : sides.numbers(region, level).chunks()) {
            Chunk chunk = found.within(region);
            if (chunk.touched()) {
                change(chunk, level);
            } else if (level == TextEquality.EXACT) {
                place(chunk, RunResolution.settled(Kind.UNCHANGED, sides.base(chunk)));
            } else {
                spacing(chunk);
            }
        }
    }

    /** Resolves lines that differ in spacing only. */
    private void spacing(Chunk chunk) {
        int size = chunk.end() - chunk.start();
        int from = 0;
        while (from < size) {
            Kind kind = sides.kind(chunk.line(from));
            int to = from + 1;
            while (to < size && sides.kind(chunk.line(to)) == kind) {
                to++;
            }
            Chunk run = chunk.lines(from, to);
            place(run, sides.resolution(run, TextEquality.WITHOUT_SPACING));
            from = to;
        }
    }

    private void change(Chunk chunk, TextEquality level) {
        if (placedAsWhole(chunk, level)) {
            return;
        }
        if (level != equality && sides.differInSpacing(chunk)) {
            compared = equality;
            merge(chunk, equality);
            return;
        }
        CommonEnds trim = CommonEnds.of(chunk, sides, level);
        if (!trim.head().isEmpty()) {
            placedAsWhole(trim.head(), level);
        }
        decide(trim.rest());
        if (!trim.tail().isEmpty()) {
            placedAsWhole(trim.tail(), level);
        }
    }

    private boolean placedAsWhole(Chunk chunk, TextEquality level) {
        RunResolution resolution = sides.resolution(chunk, level);
        if (resolution.open()) {
            return false;
        }
        place(chunk, resolution);
        return true;
    }

    /**
     * Resolves what is left of a run. An addition of one side next to one that both made is a conflict, because it may
     * be meant to replace it.
     */
    private void decide(Chunk chunk) {
        boolean added = chunk.start() == chunk.end();
        if (!added && placedAsWhole(chunk, equality)) {
            return;
        }
        Optional<String> words = added ? Optional.empty() : WordMerge.of(sides, chunk, equality);
        place(chunk, words.map(text -> RunResolution.settled(Kind.WORDS, text)).orElseGet(RunResolution::conflict));
    }

    private void place(Chunk chunk, RunResolution resolution) {
        placed.add(new MergedRun(chunk, resolution));
    }
}
