package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Base, theirs and mine of one text, merged. Immutable, and a pure function of its arguments.
 *
 * <p>Lines are merged as by diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), lined up by histogram
 * as in JGit and {@code git diff --histogram}: where JGit's {@code MergeAlgorithm} and this are both clean, the results
 * are the same. What JGit leaves as a conflict is looked at again:
 *
 * <ul>
 *   <li>without spacing: a change to white space, line ends or the Unicode form gives way to a real one. A side that
 *       converted all line ends converts the other side's lines too;
 *   <li>by word, where both sides have as many lines and changed different words of them, with an unchanged word between;
 *   <li>after what both begin and end with is set aside: the rest of one side may be the base's.
 * </ul>
 *
 * <p>What JGit takes without a word, and this leaves to a person: lines that one side moved and the other changed, removed,
 * or moved elsewhere; they would be lost, or stand in the text twice.
 *
 * <p>Time grows with the texts' length times the number of changes. Texts too big and too different for that have few
 * large pieces.
 *
 * @param pieces in order
 * @param lineEnd how every line of the result ends; empty where line ends stay as they are
 */
public record TextMerge(List<Piece> pieces, Optional<LineEnd> lineEnd) {

    public TextMerge {
        pieces = List.copyOf(pieces);
    }

    /** Merges prose: a change to spacing only gives way to a real one. */
    public static TextMerge of(String base, String theirs, String mine) {
        return of(base, theirs, mine, Strictness.LENIENT, LineEnd.merged(base, theirs, mine));
    }

    /** Merges code and fixed formats, in which every space counts. */
    public static TextMerge exact(String base, String theirs, String mine) {
        return of(base, theirs, mine, Strictness.EXACT, Optional.empty());
    }

    private static TextMerge of(
            String base, String theirs, String mine, Strictness strictness, Optional<LineEnd> lineEnd) {
        Sides sides = Sides.of(base, theirs, mine, Tokens::lines);
        List<Piece> pieces = new ArrayList<>();
        for (MergedRun run : LineMerge.runs(sides, strictness)) {
            pieces.add(sides.piece(run, lineEnd));
        }
        return new TextMerge(pieces, lineEnd);
    }

    /** Whether no person is needed. */
    public boolean clean() {
        return pieces.stream().noneMatch(piece -> piece.kind() == Kind.CONFLICT);
    }

    /** The pieces a person has to decide, in order. */
    public List<Piece> conflicts() {
        return pieces.stream().filter(piece -> piece.kind() == Kind.CONFLICT).toList();
    }

    /** The merged text; empty when a person has to decide. */
    public Optional<String> merged() {
        return clean() ? Optional.of(text(List.of())) : Optional.empty();
    }

    /**
     * The merged text.
     *
     * @param answers the text for each conflict, in order
     * @throws IndexOutOfBoundsException when there are fewer answers than conflicts
     */
    public String text(List<String> answers) {
        return text(answers::get);
    }

    /**
     * The merged text.
     *
     * @param answer gives the text for each conflict, by its index among the conflicts; whole lines, whose last line end
     *     is added where lines follow
     */
    public String text(IntFunction<String> answer) {
        StringBuilder text = new StringBuilder();
        int conflict = 0;
        for (Piece piece : pieces) {
            append(text, piece.settled().isPresent() ? piece.settled().get() : answered(answer.apply(conflict++)));
        }
        return text.toString();
    }

    private String answered(String answer) {
        return lineEnd.map(end -> end.applied(answer)).orElse(answer);
    }

    /** What was the last line on one side, with no line end, need not be the last of the merged text. */
    private void append(StringBuilder text, String lines) {
        boolean ended = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        if (!ended && !lines.isEmpty()) {
            text.append(lineEnd.orElse(LineEnd.FEED).characters());
        }
        text.append(lines);
    }
}
