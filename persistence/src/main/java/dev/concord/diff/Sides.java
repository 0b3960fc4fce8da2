package dev.concord.diff;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** The three sides of a merge, cut into pieces that have numbers. */
final class Sides {
    private final Tokens base;
    private final Tokens theirs;
    private final Tokens mine;
    private final Vocabulary vocabulary;
    private final SpacelessPieces essences;

    private Sides(Tokens base, Tokens theirs, Tokens mine, Vocabulary vocabulary) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.vocabulary = vocabulary;
        this.essences = new SpacelessPieces(vocabulary);
    }

    /** Cuts three texts alike. */
    static Sides of(String base, String theirs, String mine, BiFunction<String, Vocabulary, Tokens> cut) {
        Vocabulary vocabulary = new Vocabulary();
        return new Sides(
                cut.apply(base, vocabulary), cut.apply(theirs, vocabulary), cut.apply(mine, vocabulary), vocabulary);
    }

    Chunk whole() {
        return new Chunk(0, base.size(), 0, theirs.size(), 0, mine.size(), true);
    }

    String base(Chunk chunk) {
        return base.text(chunk.start(), chunk.end());
    }

    String theirs(Chunk chunk) {
        return theirs.text(chunk.theirStart(), chunk.theirEnd());
    }

    String mine(Chunk chunk) {
        return mine.text(chunk.myStart(), chunk.myEnd());
    }

    RunResolution settlement(Chunk chunk, Strictness strictness) {
        return RunResolution.of(base(chunk), theirs(chunk), mine(chunk), strictness);
    }

    /** What became of a single piece that all sides have, be it spaced differently. */
    Piece.Kind kind(Chunk single) {
        int old = base.numbers()[single.start()];
        int their = theirs.numbers()[single.theirStart()];
        int my = mine.numbers()[single.myStart()];
        if (their == my) {
            return their == old ? Piece.Kind.UNCHANGED : Piece.Kind.EQUAL;
        }
        if (their == old) {
            return Piece.Kind.MINE;
        }
        return my == old ? Piece.Kind.THEIRS : Piece.Kind.SPACING;
    }

    /** Whether a piece of theirs and a piece of mine are the same. */
    boolean same(int their, int my, Strictness strictness) {
        int one = theirs.numbers()[their];
        int other = mine.numbers()[my];
        return one == other || (strictness == Strictness.LENIENT && essences.of(one) == essences.of(other));
    }

    /** A run's pieces as numbers; at {@link Strictness#LENIENT}, numbers of their essences. */
    Numbers numbers(Chunk run, Strictness strictness) {
        int[] old = Arrays.copyOfRange(base.numbers(), run.start(), run.end());
        int[] their = Arrays.copyOfRange(theirs.numbers(), run.theirStart(), run.theirEnd());
        int[] my = Arrays.copyOfRange(mine.numbers(), run.myStart(), run.myEnd());
        return switch (strictness) {
            case EXACT -> new Numbers(old, their, my, vocabulary);
            case LENIENT -> new Numbers(essences.of(old), essences.of(their), essences.of(my), essences.vocabulary());
        };
    }

    /** Whether pieces of a run are the same but for spacing. */
    boolean differInSpacing(Chunk run) {
        return numbers(run, Strictness.EXACT).different()
                > numbers(run, Strictness.LENIENT).different();
    }

    Piece piece(MergedRun run, Optional<LineEnd> lineEnd) {
        Chunk chunk = run.chunk();
        String old = base(chunk);
        RunResolution settlement = run.settlement();
        // Most of a long text is unchanged: one copy of it is enough.
        boolean unchanged = settlement.kind() == Piece.Kind.UNCHANGED;
        Optional<String> settled = unchanged ? Optional.of(old) : settlement.text();
        return new Piece(
                settlement.kind(),
                old,
                unchanged ? old : theirs(chunk),
                unchanged ? old : mine(chunk),
                lineEnd.isPresent() ? settled.map(lineEnd.get()::applied) : settled,
                chunk.start(),
                chunk.theirStart(),
                chunk.myStart());
    }
}
