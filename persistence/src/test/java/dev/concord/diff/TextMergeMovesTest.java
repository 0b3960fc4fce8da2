package dev.concord.diff;

import static dev.concord.diff.Piece.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that only moved. */
class TextMergeMovesTest {
    private static final String BASE = "move one\nmove two\na\nb\nc\nd\ne\nf\n";
    private static final String MOVED = "a\nb\nc\nd\ne\nmove one\nmove two\nf\n";

    @Test
    void aBlockNobodyElseChangedMoves() {
        TextMerge merge = TextMerge.of(BASE, "move one\nmove two\na\nb\nC\nd\ne\nf\n", MOVED);
        assertThat(merge.merged()).contains("a\nb\nC\nd\ne\nmove one\nmove two\nf\n");
    }

    @Test
    void aBlockBothMovedAlikeMovesOnce() {
        assertThat(TextMerge.of(BASE, MOVED, MOVED).merged()).contains(MOVED);
    }

    @Test
    void aBlockMovedHereAndEditedThereIsDecidedAtBothPlaces() {
        TextMerge merge = TextMerge.of(BASE, "move one\nmove 2\na\nb\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(2);
        assertThat(merge.conflicts().getFirst().theirs()).isEqualTo("move one\nmove 2\n");
        assertThat(merge.conflicts().getLast().mine()).isEqualTo("move one\nmove two\n");
    }

    @Test
    void aBlockMovedHereAndRemovedThereIsNotPutBackUnseen() {
        TextMerge merge = TextMerge.of(BASE, "a\nb\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(1);
        assertThat(merge.text(conflict -> "")).isEqualTo("a\nb\nc\nd\ne\nf\n");
    }

    @Test
    void aBlockMovedToTwoPlacesIsNotDoubledUnseen() {
        TextMerge merge = TextMerge.of(BASE, "a\nb\nmove one\nmove two\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(2);
        assertThat(TextMergeTest.kinds(TextMerge.of(BASE, MOVED, "a\nb\nmove one\nmove two\nc\nd\ne\nf\n")))
                .contains(CONFLICT);
    }

    @Test
    void bracketsDoNotCountAsMoved() {
        String base = "a() {\n1\n}\nx\ny\nz\nw\nv\n";
        String theirs = "x\nb() {\n2\n}\ny\nz\nw\nv\n";
        String mine = "x\ny\nz\nc() {\n3\n}\nw\nv\n";
        assertThat(TextMerge.of(base, theirs, mine).merged()).contains("x\nb() {\n2\n}\ny\nz\nc() {\n3\n}\nw\nv\n");
    }

    /** In a line that each replaced by another, and that one put in elsewhere. */
    @Test
    void aLineTheTextHasTwiceDoesNotCountAsMoved() {
        String base = "a\nnote\nb\nc\nd\ne\nnote\nf\n";
        String theirs = "a\nT\nb\nc\nd\ne\nnote\nf\n";
        String mine = "a\nM\nb\nc\nnote\nd\ne\nnote\nf\n";
        bothWays(base, theirs, mine)
                .forEach(merge -> assertThat(merge.conflicts()).hasSize(1));
        String once = base.replace("e\nnote\n", "e\n");
        bothWays(once, theirs.replace("e\nnote\n", "e\n"), mine.replace("e\nnote\n", "e\n"))
                .forEach(merge -> assertThat(merge.conflicts()).hasSize(2));
    }

    @Test
    void aWordMovedHereAndRemovedThereIsNotPutBackUnseen() {
        String base = "red one two\n\nthree four five\n";
        String moved = "red one two\n\nthree five\n".replace("red", "four red");
        String removed = "red one two\n\nthree five\n";
        for (TextMerge merge : bothWays(base, moved, removed)) {
            assertThat(merge.conflicts()).hasSize(1);
            assertThat(merge.conflicts().getFirst().base()).isEqualTo("red one two\n");
        }
    }

    @Test
    void aWordMovedToTwoPlacesIsNotDoubledUnseen() {
        String base = "one two three four five six seven eight\n";
        String first = "one six two three four five seven eight\n";
        String last = "one two three four five seven eight six\n";
        bothWays(base, first, last).forEach(merge -> assertThat(merge.clean()).isFalse());
    }

    @Test
    void aWordBothMovedAlikeMovesOnce() {
        String base = "one two three\n\nfour\n\nfive six\n";
        String both = "one three\n\nfour\n\nfive two six\n";
        String more = both.replace("four", "4");
        bothWays(base, both, more).forEach(merge -> assertThat(merge.merged()).contains(more));
    }

    @Test
    void whatBothTookOutAlikeStaysOutBesideOtherChanges() {
        String base = "one two three\n\nfour\n\nfive six\n";
        String both = "one three\n\nfour\n\nfive six\n";
        String more = both.replace("six", "seven");
        bothWays(base, both, more).forEach(merge -> assertThat(merge.merged()).contains(more));
    }

    @Test
    void aBlockBothPutInAtDifferentPlacesIsNotDoubledUnseen() {
        String base = "a\nb\nc\nd\ne\n";
        for (String block : List.of("call him\n", "one two three\n", "one two\nthree\n")) {
            for (TextMerge merge : bothWays(base, "a\n" + block + "b\nc\nd\ne\n", "a\nb\nc\nd\n" + block + "e\n")) {
                assertThat(merge.conflicts()).hasSize(2);
            }
        }
        bothWays("1 2 3 4 5 6", "1 x y z 2 3 4 5 6", "1 2 3 4 5 x y z 6")
                .forEach(merge -> assertThat(merge.clean()).isFalse());
        bothWays("1 2\n\n3 4 5 6", "1 x\ny z 2\n\n3 4 5 6", "1 2\n\n3 4 q x y z r 5 6")
                .forEach(merge -> assertThat(merge.clean()).isFalse());
    }

    @Test
    void aBlockBothPutInAtTheSamePlaceIsThereOnce() {
        String base = "1 2 3 4 5 6 7\n";
        bothWays(base, "1 2 x y z 3 4 5 6 7\n", "1 2 x y z 3 4 5 six 7\n")
                .forEach(merge -> assertThat(merge.merged()).contains("1 2 x y z 3 4 5 six 7\n"));
    }

    @Test
    void phrasesLinesThatReplaceOthersAndLinesTheTextHasOftenMayBeThereTwice() {
        bothWays("1 2 3 4 5 6", "1 x y 2 3 4 5 6", "1 2 3 4 5 x y 6")
                .forEach(merge -> assertThat(merge.merged()).contains("1 x y 2 3 4 5 x y 6"));
        bothWays("a\nopen\nb\nc\nopen\nd\n", "a\ndone\nb\nc\nopen\nd\n", "a\nopen\nb\nc\ndone\nd\n")
                .forEach(merge -> assertThat(merge.merged()).contains("a\ndone\nb\nc\ndone\nd\n"));
        bothWays("a\nb\nc\nd\n", "a\n--\nb\nc\nd\n", "a\nb\nc\n--\nd\n")
                .forEach(merge -> assertThat(merge.merged()).contains("a\n--\nb\nc\n--\nd\n"));
        String often = "return x or y;\n1\nreturn x or y;\n2\n3\n4\n";
        bothWays(often, often.replace("1\n", "1\nreturn x or y;\n"), often.replace("3\n", "3\nreturn x or y;\n"))
                .forEach(merge -> assertThat(merge.clean()).isTrue());
    }

    /** In lines that were changed alike, in spacing, or in other words as well. */
    @ParameterizedTest
    @CsvSource({"one three, one three", "one three, one  three", "one three, one 3", "1 three, one 3"})
    void aWordBothTookOutAndOnePutElsewhereIsAskedAbout(String removed, String moved) {
        String base = "one two three\n\nfour\n\nfive six\n";
        String one = removed + "\n\nfour\n\nfive six\n";
        String other = moved + "\n\nfour\n\nfive two six\n";
        assertThat(TextMerge.of(base, one, other).clean()).isFalse();
        assertThat(TextMerge.of(base, other, one).clean()).isFalse();
    }

    /** In lines that one side changed, or both, in spacing or in other words. */
    @ParameterizedTest
    @CsvSource({"five six, five two six", "five  six, five two six", "5 six seven, five six two seven"})
    void aWordBothTookOutIsNotPutBackUnseenIntoALineTheOtherChanged(String there, String here) {
        String line = here.endsWith("seven") ? "five six seven" : "five six";
        String base = "one two three\n\nfour\n\n" + line + "\n";
        String one = "one three\n\nfour\n\n" + there + "\n";
        String other = "one three\n\nfour\n\n" + here + "\n";
        assertThat(TextMerge.of(base, one, other).clean()).isFalse();
        assertThat(TextMerge.of(base, other, one).clean()).isFalse();
    }

    @Test
    void aWordOneSideMovedIsMovedBesideOtherChangesOfItsLine() {
        bothWays(
                        "one two three four\n\nfive six\n",
                        "1 two three four\n\nfive six\n",
                        "one two three\n\nfive four six\n")
                .forEach(merge -> assertThat(merge.merged()).contains("1 two three\n\nfive four six\n"));
    }

    /** Both replaced "two"; a person sees that anyway. */
    @Test
    void aWordGoneFromLinesThatAreAskedAboutMayBePutElsewhere() {
        String base = "one two three\n\nfour\n\nfive six\n";
        String theirs = "one 2 three\n\nfour\n\nfive six\n";
        String mine = "one deux three\n\nfour\n\nfive two six\n";
        bothWays(base, theirs, mine)
                .forEach(merge -> assertThat(merge.conflicts()).hasSize(1));
    }

    private static List<TextMerge> bothWays(String base, String one, String other) {
        return List.of(
                TextMerge.of(base, one, other),
                TextMerge.of(base, other, one),
                TextMerge.exact(base, one, other),
                TextMerge.exact(base, other, one));
    }
}
