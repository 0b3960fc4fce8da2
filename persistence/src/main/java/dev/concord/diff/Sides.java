package dev.concord.diff;

import java.util.Arrays;
import java.util.Optional;

/** The three sides of a merge, each cut into numbered lines. */
final class Sides {
    private final Tokens base;
    private final Tokens theirs;
    private final Tokens mine;
    private final Vocabulary vocabulary;
    private final SpacelessTokens spaceless;

    private Sides(Tokens base, Tokens theirs, Tokens mine, Vocabulary vocabulary) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.vocabulary = vocabulary;
        this.spaceless = new SpacelessTokens(vocabulary);
    }

    /** Cuts three texts into lines. */
    static Sides of(String base, String theirs, String mine) {
        Vocabulary vocabulary = new Vocabulary();
        return new Sides(
                Tokens.lines(base, vocabulary),
                Tokens.lines(theirs, vocabulary),
                Tokens.lines(mine, vocabulary),
                vocabulary);
    }

    Chunk whole() {
        return new Chunk(0, base.size(), 0, theirs.size(), 0, mine.size(), true);
    }

    /** Returns how many UTF-16 units a run has on the three sides together. */
    int length(Chunk chunk) {
        return base.length(chunk.start(), chunk.end())
                + theirs.length(chunk.theirStart(), chunk.theirEnd())
                + mine.length(chunk.myStart(), chunk.myEnd());
    }

    /** Returns the whole text before either side changed it. */
    String base() {
        return base.text(0, base.size());
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

    RunResolution resolution(Chunk chunk, TextEquality equality) {
        return RunResolution.of(base(chunk), theirs(chunk), mine(chunk), equality);
    }

    /** Returns the kind of change of a single token that all three sides have, with or without different spacing. */
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

    /** Whether a token of theirs equals a token of mine; both are given by their positions. */
    boolean same(int their, int my, TextEquality equality) {
        int one = theirs.numbers()[their];
        int other = mine.numbers()[my];
        return one == other || (equality == TextEquality.WITHOUT_SPACING && spaceless.of(one) == spaceless.of(other));
    }

    /** Returns the numbers of a run's tokens, so that two are the same when the tokens are equal in the given way. */
    TokenNumbers numbers(Chunk run, TextEquality equality) {
        int[] old = Arrays.copyOfRange(base.numbers(), run.start(), run.end());
        int[] their = Arrays.copyOfRange(theirs.numbers(), run.theirStart(), run.theirEnd());
        int[] my = Arrays.copyOfRange(mine.numbers(), run.myStart(), run.myEnd());
        return switch (equality) {
            case EXACT -> new TokenNumbers(old, their, my, vocabulary);
            case WITHOUT_SPACING ->
                new TokenNumbers(spaceless.of(old), spaceless.of(their), spaceless.of(my), spaceless.vocabulary());
        };
    }

    /** Whether tokens of a run differ in spacing only. */
    boolean differInSpacing(Chunk run) {
        return numbers(run, TextEquality.EXACT).different()
                > numbers(run, TextEquality.WITHOUT_SPACING).different();
    }

    Piece piece(MergedRun run, Optional<LineEnd> lineEnd) {
        Chunk chunk = run.chunk();
        String old = base(chunk);
        RunResolution resolution = run.resolution();
        // Most of a long text is unchanged: one copy of it is enough.
        boolean unchanged = resolution.kind() == Piece.Kind.UNCHANGED;
        Optional<String> settled = unchanged ? Optional.of(old) : resolution.text();
        return new Piece(
                resolution.kind(),
                old,
                unchanged ? old : theirs(chunk),
                unchanged ? old : mine(chunk),
                lineEnd.isPresent() ? settled.map(lineEnd.get()::applied) : settled,
                chunk.start(),
                chunk.theirStart(),
                chunk.myStart());
    }
}
