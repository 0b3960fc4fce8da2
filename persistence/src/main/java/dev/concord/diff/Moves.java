package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds tokens that one side moved while the other changed them, removed them, or moved them elsewhere. Each run alone
 * is resolved, as a removal in one place and an insertion in another; but the merged text would contain the tokens
 * twice, or although they were removed.
 */
final class Moves {
    private final List<MergedRun> runs;
    private final TokenNumbers sides;
    /** By token number: the last run it was seen in. */
    private final int[] seen;

    private Moves(List<MergedRun> runs, TokenNumbers sides) {
        this.runs = runs;
        this.sides = sides;
        this.seen = new int[sides.vocabulary().size()];
    }

    /** Returns the runs; those that contain tokens moved so are conflicts. */
    static List<MergedRun> opened(List<MergedRun> runs, Sides sides, TextEquality equality) {
        return runs.stream().anyMatch(Moves::contests)
                ? new Moves(runs, sides.numbers(sides.whole(), equality)).opened()
                : runs;
    }

    private List<MergedRun> opened() {
        BitSet theirs = new BitSet();
        BitSet mine = new BitSet();
        int run = 0;
        for (MergedRun placed : runs) {
            if (contests(placed)) {
                Chunk chunk = placed.chunk();
                addGone(chunk, sides.theirs(), chunk.theirStart(), chunk.theirEnd(), ++run, theirs);
                addGone(chunk, sides.mine(), chunk.myStart(), chunk.myEnd(), ++run, mine);
            }
        }
        if (theirs.isEmpty() && mine.isEmpty()) {
            return runs;
        }
        BitSet once = once();
        BitSet movedByThem = movable(theirs, once);
        BitSet movedByMe = movable(mine, once);
        List<MergedRun> opened = new ArrayList<>(runs.size());
        for (MergedRun placed : runs) {
            boolean open = puts(placed, movedByThem, movedByMe);
            opened.add(open ? new MergedRun(placed.chunk(), RunResolution.conflict()) : placed);
        }
        return opened;
    }

    private static boolean contests(MergedRun run) {
        Kind kind = run.resolution().kind();
        return kind == Kind.EQUAL || kind == Kind.CONFLICT;
    }

    /** Adds the tokens that the base has in a run and the side has not. */
    private void addGone(Chunk chunk, int[] side, int from, int to, int run, BitSet gone) {
        for (int i = from; i < to; i++) {
            seen[side[i]] = run;
        }
        for (int i = chunk.start(); i < chunk.end(); i++) {
            if (seen[sides.base()[i]] != run) {
                gone.set(sides.base()[i]);
            }
        }
    }

    private boolean puts(MergedRun run, BitSet theirs, BitSet mine) {
        Chunk chunk = run.chunk();
        return switch (run.resolution().kind()) {
            case THEIRS -> anyOf(sides.theirs(), chunk.theirStart(), chunk.theirEnd(), theirs);
            case MINE -> anyOf(sides.mine(), chunk.myStart(), chunk.myEnd(), mine);
            case UNCHANGED, EQUAL, SPACING, WORDS, CONFLICT -> false;
        };
    }

    private static boolean anyOf(int[] side, int from, int to, BitSet wanted) {
        for (int i = from; i < to; i++) {
            if (wanted.get(side[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns the tokens that occur once in the base. */
    private BitSet once() {
        BitSet once = new BitSet();
        BitSet again = new BitSet();
        for (int number : sides.base()) {
            (once.get(number) ? again : once).set(number);
        }
        once.andNot(again);
        return once;
    }

    /**
     * Keeps the tokens that occur once and have a letter or digit; brackets and rules are too common to count as moved.
     */
    private BitSet movable(BitSet gone, BitSet once) {
        BitSet movable = new BitSet();
        gone.stream()
                .filter(once::get)
                .filter(number -> sides.vocabulary().text(number).codePoints().anyMatch(Character::isLetterOrDigit))
                .forEach(movable::set);
        return movable;
    }
}
