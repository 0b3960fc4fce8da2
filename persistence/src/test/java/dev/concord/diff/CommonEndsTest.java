package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both sides begin and end a conflict with is no part of it, and takes its share of the base. */
class CommonEndsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theConflictKeepsTheLinesOfTheBaseThatAreNotAtItsEnds(boolean exact) {
        assertThat(conflict(exact, "a1\na2\na3\na4\na5\n", "h1\nh2\nt1\nt2\nk1\nk2\n", "h1\nh2\nm1\nk1\nk2\n"))
                .containsExactly(
                        List.of("a1\na2\n", "h1\nh2\n", "h1\nh2\n"),
                        List.of("a3\n", "t1\nt2\n", "m1\n"),
                        List.of("a4\na5\n", "k1\nk2\n", "k1\nk2\n"));
        assertThat(conflict(exact, "a1\na2\n", "h1\nh2\nt1\nt2\nk1\nk2\n", "h1\nh2\nm1\nk1\nk2\n"))
                .containsExactly(
                        List.of("a1\n", "h1\nh2\n", "h1\nh2\n"),
                        List.of("a2\n", "t1\nt2\n", "m1\n"),
                        List.of("", "k1\nk2\n", "k1\nk2\n"));
        assertThat(conflict(exact, "a1\na2\na3\n", "h1\nt1\nk1\n", "h1\nm1\nm2\nk1\n"))
                .containsExactly(
                        List.of("a1\n", "h1\n", "h1\n"),
                        List.of("a2\n", "t1\n", "m1\nm2\n"),
                        List.of("a3\n", "k1\n", "k1\n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linesAreDividedWhereTheirWordsSaySo(boolean exact) {
        assertThat(conflict(exact, "a 1\nb 2\nc 3\n", "a 5\nb t\nc k\n", "a 5\nb m\nc k\n"))
                .containsExactly(
                        List.of("a 1\n", "a 5\n", "a 5\n"),
                        List.of("b 2\n", "b t\n", "b m\n"),
                        List.of("c 3\n", "c k\n", "c k\n"));
    }

    @Test
    void aSideThatChangedSpacingBesideOtherWordsOfTheOtherIsMergedAsSpacing() {
        TextMerge prose = TextMerge.of("one two three\n", "one  two three\n", "one two 3\n");
        assertThat(TextMergeTest.kinds(prose)).containsExactly(Piece.Kind.SPACING);
        assertThat(prose.merged()).contains("one  two 3\n");
        assertThat(TextMergeTest.kinds(TextMerge.exact("one two three\n", "one  two three\n", "one two 3\n")))
                .containsExactly(Piece.Kind.WORDS);
    }

    @Test
    void aTextMayBeginWithAnEmptyLine() {
        assertThat(TextMerge.of("\na\nx\nb\n", "\nA\nx\nb\n", "\na\nx\nB\n").pieces())
                .startsWith(new Piece(Piece.Kind.UNCHANGED, "\n", "\n", "\n", Optional.of("\n"), 0, 0, 0))
                .hasSize(4);
        assertThat(LineDiff.of("\na\n", "\nb\n").hunks())
                .containsExactly(new Hunk(1, List.of("a\n"), 1, List.of("b\n")));
    }

    /** A hundred thousand characters on the three sides together are the most. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConflictThatIsTooLongIsAskedAboutAsAWhole(boolean exact) {
        String half = "word ".repeat(9_999);
        String theirs = "h\n" + half + "t\n";
        String mine = "h\n" + half + "m\n";
        String base = "b".repeat(WordMerge.LONGEST - theirs.length() - mine.length() - 1) + "\n";
        assertThat(conflict(exact, base, theirs, mine)).hasSize(2).startsWith(List.of("", "h\n", "h\n"));
        assertThat(conflict(exact, "b" + base, theirs, mine)).containsExactly(List.of("b" + base, theirs, mine));
    }

    /** Returns the three sides of each changed piece between two lines, of which one side has another in front. */
    private static List<List<String>> conflict(boolean exact, String base, String theirs, String mine) {
        String old = "0\n" + base + "9\n";
        String their = "0\n" + theirs + "9\n";
        String my = "x\n0\n" + mine + "9\n";
        TextMerge merge = exact ? TextMerge.exact(old, their, my) : TextMerge.of(old, their, my);
        assertThat(merge.clean()).isFalse();
        return merge.pieces().stream()
                .filter(piece -> piece.kind() == Piece.Kind.EQUAL || piece.kind() == Piece.Kind.CONFLICT)
                .map(piece -> List.of(piece.base(), piece.theirs(), piece.mine()))
                .toList();
    }
}
