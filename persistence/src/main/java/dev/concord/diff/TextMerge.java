package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The three-way merge of a text. Immutable, and a pure function of its arguments.
 *
 * <p>Lines are merged by diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007) and compared by the
 * histogram algorithm of JGit and {@code git diff --histogram}: where JGit's {@code MergeAlgorithm} and this are both
 * without conflict, the results are the same. What is a conflict in JGit is merged further:
 *
 * <ul>
 *   <li>by word, where both sides have the same number of lines and changed different words, with an unchanged word
 *       between;
 *   <li>without the lines that both sides begin and end with, if no side carried a word over from these lines to
 *       others: the rest of one side may be unchanged;
 *   <li>without spacing, where nothing else helps: a change to white space, line ends or the Unicode form only is
 *       dropped in favour of another change. If one side converted all line ends, the other side's lines are
 *       converted, too.
 * </ul>
 *
 * <p>A merge without conflicts holds every change of both sides, and every block once. So lines and words that one side
 * moved and the other changed, removed, or moved elsewhere are left to a person, and blocks that both put in at
 * different places, where JGit merges them.
 *
 * <p>Time grows with the texts' length times the number of changes. Where texts are too large and too different for
 * that, they have few and large pieces.
 *
 * @param pieces in order
 * @param lineEnd the line end of every line of the result; empty if line ends stay as they are
 */
public record TextMerge(List<Piece> pieces, Optional<LineEnd> lineEnd) {

    public TextMerge {
        pieces = List.copyOf(pieces);
    }

    /** Merges prose: a change to spacing only is dropped in favour of another change. */
    public static TextMerge of(String base, String theirs, String mine) {
        return of(base, theirs, mine, TextEquality.WITHOUT_SPACING, LineEnd.merged(base, theirs, mine));
    }

    /** Merges code and fixed formats, in which every space counts. */
    public static TextMerge exact(String base, String theirs, String mine) {
        return of(base, theirs, mine, TextEquality.EXACT, Optional.empty());
    }

    private static TextMerge of(
            String base, String theirs, String mine, TextEquality equality, Optional<LineEnd> lineEnd) {
        Sides sides = Sides.of(base, theirs, mine);
        List<Piece> pieces = new ArrayList<>();
        for (MergedRun run : LineMerge.runs(sides, equality)) {
            pieces.add(sides.piece(run, lineEnd));
        }
        return new TextMerge(pieces, lineEnd);
    }

    /** Whether there is nothing for a person to decide. */
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
     * @param answer gives the text for each conflict, by its index among the conflicts; whole lines, whose last line
     *     end is added where lines follow
     */
    public String text(IntFunction<String> answer) {
        StringBuilder text = new StringBuilder();
        int conflict = 0;
        for (Piece piece : pieces) {
            append(text, piece.settled().isPresent() ? piece.settled().get() : answered(answer.apply(conflict++)));
        }
        return text.toString();
    }

    /** Returns the line end for the last line of a side, which may have none, where others follow it. */
    public LineEnd missingLineEnd() {
        boolean returned = pieces.stream().anyMatch(piece -> piece.theirs().contains("\r\n"));
        return lineEnd.orElse(returned ? LineEnd.RETURN_AND_FEED : LineEnd.FEED);
    }

    private String answered(String answer) {
        return lineEnd.map(end -> end.applied(answer)).orElse(answer);
    }

    /** Adds lines, after a line end where the last line of one side, which has none, is followed by others. */
    private void append(StringBuilder text, String lines) {
        boolean ended = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        if (!ended && !lines.isEmpty()) {
            text.append(missingLineEnd().characters());
        }
        text.append(lines);
    }
}
