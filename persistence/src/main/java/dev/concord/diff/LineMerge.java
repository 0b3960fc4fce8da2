package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles what can be settled of three texts: by line; where that leaves a conflict, by line without spacing; where that
 * does, by word.
 */
final class LineMerge {
    private final Sides sides;
    private final Strictness strictness;
    private final List<MergedRun> placed = new ArrayList<>();
    /** How lines were compared; spacing is looked at only where it decides something. */
    private Strictness compared = Strictness.EXACT;

    private LineMerge(Sides sides, Strictness strictness) {
        this.sides = sides;
        this.strictness = strictness;
    }

    /** Returns the runs of lines in order, with what becomes of them. */
    static List<MergedRun> runs(Sides sides, Strictness strictness) {
        LineMerge merge = new LineMerge(sides, strictness);
        merge.merge(sides.whole(), Strictness.EXACT);
        return Moves.opened(merge.placed, sides, merge.compared);
    }

    private void merge(Chunk region, Strictness level) {
        for (Chunk found : sides.numbers(region, level).chunks()) {
            Chunk chunk = found.within(region);
            if (chunk.touched()) {
                change(chunk, level);
            } else if (level == Strictness.EXACT) {
                place(chunk, RunResolution.settled(Kind.UNCHANGED, sides.base(chunk)));
            } else {
                spacing(chunk);
            }
        }
    }

    /** Places lines that differ in spacing only. */
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
            place(run, sides.settlement(run, Strictness.LENIENT));
            from = to;
        }
    }

    private void change(Chunk chunk, Strictness level) {
        if (placedAsWhole(chunk, level)) {
            return;
        }
        if (level != strictness && sides.differInSpacing(chunk)) {
            compared = strictness;
            merge(chunk, strictness);
            return;
        }
        Trim trim = Trim.of(chunk, sides, level);
        if (!trim.head().isEmpty()) {
            placedAsWhole(trim.head(), level);
        }
        decide(trim.rest());
        if (!trim.tail().isEmpty()) {
            placedAsWhole(trim.tail(), level);
        }
    }

    private boolean placedAsWhole(Chunk chunk, Strictness level) {
        RunResolution settlement = sides.settlement(chunk, level);
        if (settlement.open()) {
            return false;
        }
        place(chunk, settlement);
        return true;
    }

    /** What only one side added next to what both did alike may be meant instead of it, so it is no clean change. */
    private void decide(Chunk chunk) {
        boolean added = chunk.start() == chunk.end();
        if (!added && placedAsWhole(chunk, strictness)) {
            return;
        }
        Optional<String> words = added ? Optional.empty() : WordMerge.of(sides, chunk, strictness);
        place(chunk, words.map(text -> RunResolution.settled(Kind.WORDS, text)).orElseGet(RunResolution::conflict));
    }

    private void place(Chunk chunk, RunResolution settlement) {
        placed.add(new MergedRun(chunk, settlement));
    }
}
