package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What both sides put in at different places: a block is asked about, and what a text may well need twice is not. */
class TextMergeDoubledTest {

    @Test
    void fourNewWordsAreABlockWhateverStandsAroundThem() {
        assertAsked(
                "1 2\n\n3 4\n\n5 6\n", "1 p ka kb kc kd q 2\n\n3 4\n\n5 6\n", "1 2\n\n3 4\n\n5 r ka kb kc kd s 6\n");
    }

    @Test
    void threeNewWordsAmongOthersAreAPhraseThatMayBeThereTwice() {
        assertMerged(
                "1 2\n\n3 4\n\n5 6\n",
                "1 p ka kb kc q 2\n\n3 4\n\n5 6\n",
                "1 2\n\n3 4\n\n5 r ka kb kc s 6\n",
                "1 p ka kb kc q 2\n\n3 4\n\n5 r ka kb kc s 6\n");
    }

    @Test
    void wordsThatTheTextHasAnywayAreAPhraseHoweverMany() {
        assertMerged(
                "1 2 ka 7 kb\n\n3 4\n\n5 6 kc 8 kd\n",
                "1 p ka kb kc kd q 2 ka 7 kb\n\n3 4\n\n5 6 kc 8 kd\n",
                "1 2 ka 7 kb\n\n3 4\n\n5 r ka kb kc kd s 6 kc 8 kd\n",
                "1 p ka kb kc kd q 2 ka 7 kb\n\n3 4\n\n5 r ka kb kc kd s 6 kc 8 kd\n");
    }

    @Test
    void newWordsWithOneOfTheTextsOwnBetweenThemAreAPhrase() {
        assertMerged(
                "1 2\n\n3 4\n\n5 6\n",
                "1 p ka kb 3 kc kd q 2\n\n3 4\n\n5 6\n",
                "1 2\n\n3 4\n\n5 r ka kb 3 kc kd s 6\n",
                "1 p ka kb 3 kc kd q 2\n\n3 4\n\n5 r ka kb 3 kc kd s 6\n");
    }

    @Test
    void aWholeLineOfThreeWordsIsABlockAmongOtherLines() {
        String base = "ka\n1\n2\nkb\n3\n4\nkc\n5\n";
        assertAsked(base, base.replace("1\n", "1\np\nka kb kc\nq\n"), base.replace("4\n", "4\nr\nka kb kc\ns\n"));
        assertMerged(
                base,
                base.replace("1\n", "1\np ka kb kc q\n"),
                base.replace("4\n", "4\nr\nka kb kc\ns\n"),
                base.replace("1\n", "1\np ka kb kc q\n").replace("4\n", "4\nr\nka kb kc\ns\n"));
    }

    @Test
    void aLineThatBeginsAlikeAndEndsOtherwiseIsAPhrase() {
        String base = "ka\n1\n2\nkb\n3\n4\nkc\n5\n";
        String one = base.replace("1\n", "1\np\nka kb kc q\n");
        String other = base.replace("4\n", "4\nr\nka kb kc s\n");
        assertMerged(base, one, other, one.replace("4\n", "4\nr\nka kb kc s\n"));
    }

    @Test
    void aBlockThatOneSidePutInTwiceIsAskedAboutAtAllThreePlaces() {
        String base = "1\n2\n3\n4\n5\n6\n7\n";
        String block = "ka kb kc kd\n";
        for (TextMerge merge : bothWays(
                base,
                base.replace("1\n", "1\n" + block),
                base.replace("4\n", "4\n" + block).replace("6\n", "6\n" + block))) {
            assertThat(merge.conflicts()).hasSize(3);
        }
    }

    @Test
    void aBlockThatTheTextHasOnceIsStillABlock() {
        String base = "ka kb kc\n1\n2\n3\n4\n";
        assertAsked(base, base.replace("1\n", "1\nka kb kc\n"), base.replace("3\n", "3\nka kb kc\n"));
    }

    @Test
    void aShortLineThatTheTextHasIsAnIdiomWhereverItStands() {
        for (String base : List.of("ka kb\n1\n2\n3\n4\n", "1\n2\n3\n4\nka kb\n", "1\n2\nka kb\n3\n4\n")) {
            String one = base.replace("1\n", "1\nka kb\n");
            assertMerged(base, one, base.replace("3\n", "3\nka kb\n"), one.replace("3\n", "3\nka kb\n"));
        }
    }

    @Test
    void aBlockThatTheTextHasTwiceIsAnIdiomAlsoAtItsEnd() {
        String base = "ka kb kc\n1\n2\n3\n4\nka kb kc\n";
        String one = base.replace("1\n", "1\nka kb kc\n");
        assertMerged(base, one, base.replace("3\n", "3\nka kb kc\n"), one.replace("3\n", "3\nka kb kc\n"));
    }

    @Test
    void anIdiomStaysOneBelowAnotherLine() {
        for (String base : List.of("ka kb\n1\n2\n3\n4\n", "1\n2\n3\n4\nka kb\n")) {
            String one = base.replace("1\n", "1\np\nka kb\n");
            assertMerged(base, one, base.replace("3\n", "3\nq\nka kb\n"), one.replace("3\n", "3\nq\nka kb\n"));
        }
        String often = "ka kb kc\n1\n2\n3\n4 z\nka kb kc\n";
        String first = often.replace("1\n", "1\np z\nka kb kc\nq\n");
        assertMerged(
                often,
                first,
                often.replace("3\n", "3\nr z\nka kb kc\ns\n"),
                first.replace("3\n", "3\nr z\nka kb kc\ns\n"));
    }

    @Test
    void aShortLineInThePlaceOfAnotherMayBeThereTwiceAlsoBehindTheSameWord() {
        String base = "0\nx\n1\n2\n3\ny\n4\n";
        String one = base.replace("x\n", "p ka\nkb kc\nq\n");
        assertMerged(base, one, base.replace("y\n", "r ka\nkb kc\ns\n"), one.replace("y\n", "r ka\nkb kc\ns\n"));
    }

    @Test
    void twoWordsAtTheEndOrTheStartOfALineAreAPhrase() {
        String base = "1\n2\n3\n4\n";
        for (String line : List.of("%s ka kb\n", "ka kb %s\n")) {
            String one = base.replace("1\n", "1\n" + line.formatted("p"));
            String other = base.replace("3\n", "3\n" + line.formatted("q"));
            assertMerged(base, one, other, one.replace("3\n", "3\n" + line.formatted("q")));
        }
    }

    /** What one side put in is no line of its own; the other put in the whole line elsewhere. */
    @Test
    void aWordInFrontOfAnOldOneIsAPhraseThoughBothAreALine() {
        assertMerged("ok\na\nb\nc\n", "new ok\na\nb\nc\n", "ok\na\nb\nnew ok\nc\n", "new ok\na\nb\nnew ok\nc\n");
    }

    @Test
    void allOfWhatOneSidePutInIsABlockWhateverFollows() {
        assertAsked("1 2 a 3 4 5 6\n", "1 2 x y z a 3 4 5 6\n", "1 2 a 3 4 5 x y z a q 6\n");
    }

    private static void assertAsked(String base, String one, String other) {
        bothWays(base, one, other).forEach(merge -> assertThat(merge.clean()).isFalse());
    }

    private static void assertMerged(String base, String one, String other, String merged) {
        bothWays(base, one, other).forEach(merge -> assertThat(merge.merged()).contains(merged));
    }

    private static List<TextMerge> bothWays(String base, String one, String other) {
        return List.of(
                TextMerge.of(base, one, other),
                TextMerge.of(base, other, one),
                TextMerge.exact(base, one, other),
                TextMerge.exact(base, other, one));
    }
}
