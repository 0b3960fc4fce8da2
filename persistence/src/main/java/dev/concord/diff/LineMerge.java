package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges three texts by line; where that leaves a conflict, by word; and where that leaves one, by line and by word
 * without spacing. So a change to spacing is dropped only where it cannot be kept.
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
        List<MergedRun> lines = Moves.opened(merge.placed, sides, merge.compared);
        return DoubledBlocks.opened(MovedWords.opened(lines, sides), sides);
    }

    private void merge(Chunk region, TextEquality level) {
        for (Chunk found : sides.numbers(region, level).chunks()) {
            Chunk chunk = found.within(region);
            if (chunk.touched()) {
                change(chunk, level);
            } else if (level == TextEquality.EXACT) {
                placed.add(new MergedRun(chunk, RunResolution.settled(Kind.UNCHANGED, sides.base(chunk))));
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
            change(chunk.lines(from, to), equality);
            from = to;
        }
    }

    /** Resolves a run exactly, or without spacing where it cannot be resolved exactly. */
    private void change(Chunk chunk, TextEquality level) {
        List<MergedRun> exactly = resolved(chunk, TextEquality.EXACT);
        if (equality == TextEquality.EXACT || settled(exactly)) {
            placed.addAll(exactly);
        } else if (level == TextEquality.EXACT && sides.differInSpacing(chunk)) {
            compared = equality;
            merge(chunk, equality);
        } else {
            placed.addAll(resolved(chunk, equality));
        }
    }

    private static boolean settled(List<MergedRun> runs) {
        return runs.stream().noneMatch(run -> run.resolution().open());
    }

    private List<MergedRun> resolved(Chunk chunk, TextEquality level) {
        RunResolution whole = asWhole(chunk, level);
        if (!whole.open()) {
            return List.of(new MergedRun(chunk, whole));
        }
        CommonEnds ends = CommonEnds.of(chunk, sides, level);
        List<MergedRun> runs = new ArrayList<>();
        if (!ends.head().isEmpty()) {
            runs.add(new MergedRun(ends.head(), sides.resolution(ends.head(), level)));
        }
        runs.add(new MergedRun(ends.rest(), rest(ends.rest(), level)));
        if (!ends.tail().isEmpty()) {
            runs.add(new MergedRun(ends.tail(), sides.resolution(ends.tail(), level)));
        }
        return runs;
    }

    /**
     * Resolves what is left of a run. An addition of one side next to one that both made is a conflict, because it may
     * be meant to replace it.
     */
    private RunResolution rest(Chunk chunk, TextEquality level) {
        return chunk.start() == chunk.end() ? RunResolution.conflict() : asWhole(chunk, level);
    }

    private RunResolution asWhole(Chunk chunk, TextEquality level) {
        RunResolution lines = sides.resolution(chunk, level);
        if (!lines.open()) {
            return lines;
        }
        Optional<String> words = WordMerge.of(sides, chunk, level);
        return words.map(text -> RunResolution.settled(kind(chunk), text)).orElse(lines);
    }

    /** Returns how a run was merged by word: spacing of one side with words of the other, or words of both. */
    private Kind kind(Chunk chunk) {
        boolean spacing = equality != TextEquality.EXACT
                && sides.resolution(chunk, equality).kind() == Kind.SPACING;
        return spacing ? Kind.SPACING : Kind.WORDS;
    }
}
