package dev.concord.diff;

import static dev.concord.diff.Piece.Kind.CONFLICT;
import static dev.concord.diff.Piece.Kind.EQUAL;
import static dev.concord.diff.Piece.Kind.MINE;
import static dev.concord.diff.Piece.Kind.SPACING;
import static dev.concord.diff.Piece.Kind.THEIRS;
import static dev.concord.diff.Piece.Kind.UNCHANGED;
import static dev.concord.diff.Piece.Kind.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.diff.Piece.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMergeTest {

    @Test
    void changesToDifferentLinesAreMergedAndSayWhoseTheyAre() {
        TextMerge merge = TextMerge.of("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n");
        assertThat(merge.merged()).contains("A\nb\nc\nd\nE\n");
        assertThat(kinds(merge)).containsExactly(THEIRS, UNCHANGED, MINE);
        assertThat(merge.pieces().getLast())
                .isEqualTo(new Piece(MINE, "e\n", "e\n", "E\n", Optional.of("E\n"), 4, 4, 4));
    }

    @Test
    void changesToOneLineAreAConflictWithEachSidesPlace() {
        TextMerge merge = TextMerge.of("a\nb\nc\n", "new\na\ntheirs\nc\n", "a\nmine\nc\n");
        assertThat(merge.merged()).isEmpty();
        assertThat(merge.conflicts())
                .containsExactly(new Piece(CONFLICT, "b\n", "theirs\n", "mine\n", Optional.empty(), 1, 2, 1));
    }

    @Test
    void aConflictIsAnsweredWithAnyText() {
        TextMerge merge = TextMerge.of("a\nx\nb\ny\nc\n", "a\nx1\nb\ny1\nc\n", "a\nx2\nb\ny2\nc\n");
        assertThat(merge.text(List.of("first\n", ""))).isEqualTo("a\nfirst\nb\nc\n");
        assertThat(merge.text(i -> merge.conflicts().get(i).theirs())).isEqualTo("a\nx1\nb\ny1\nc\n");
        assertThatThrownBy(() -> merge.text(List.of("first\n"))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatBothChangedAlikeIsNoPartOfTheConflict() {
        TextMerge merge =
                TextMerge.of("a\nb\nc\nd\n", "both\nalike\ntheirs\nsame\nd\n", "both\nalike\nmine\nsame\nd\n");
        assertThat(kinds(merge)).containsExactly(EQUAL, CONFLICT, EQUAL, UNCHANGED);
        assertThat(merge.conflicts().getFirst().mine()).isEqualTo("mine\n");
    }

    @Test
    void changesThatTouchAreAConflict() {
        assertThat(TextMerge.of("a\nb\n", "A\nb\n", "a\nB\n").clean()).isFalse();
    }

    @Test
    void whatOneSideAddsToWhatBothAddedIsAConflict() {
        TextMerge merge = TextMerge.of("a\n", "a\nboth\n", "a\nboth\nmine\n");
        assertThat(kinds(merge)).containsExactly(UNCHANGED, EQUAL, CONFLICT);
    }

    @Test
    void whatOneSideLeftAsItWasIsNoConflictBesideWhatBothChanged() {
        TextMerge merge = TextMerge.of("a\nb\n", "A\nb\n", "A\nB\n");
        assertThat(kinds(merge)).containsExactly(EQUAL, MINE);
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource(emptyValue = "", textBlock = """
            the quick brown fox,   the slow brown fox,     the quick brown dog,     the slow brown dog
            'call Ana, at 5 pm',   'call Bob, at 5 pm',    'call Ana, at 6 pm',     'call Bob, at 6 pm'
            one two three,         zero one two three,     one two three four,      zero one two three four
            one two three four,    one two three,          1 two three four,        1 two three
            one two three,         1 two 3,                one two 3,               1 two 3
            le café est fermé,     le cafe est fermé,      le café est ouvert,      le cafe est ouvert
            """)
    void differentWordsOfALineAreMerged(String base, String theirs, String mine, String merged) {
        TextMerge merge = TextMerge.of(base, theirs, mine);
        assertThat(merge.merged()).contains(merged);
        assertThat(kinds(merge)).containsExactly(WORDS);
        assertThat(TextMerge.of(base, mine, theirs).merged()).contains(merged);
    }

    @ParameterizedTest(name = "{0}: {1} / {2}")
    @CsvSource(emptyValue = "", textBlock = """
            the quick brown fox,   the slow brown fox,     the quick red fox
            the quick brown fox,   the slow brown fox,     the fast brown fox
            on 2024-01-15 at noon, on 2025-01-15 at noon,  on 2024-01-16 at noon
            total 10 apples,       total 11.50 apples,     total 10.00 apples
            one two three four,    five six seven four,    one two three 4
            one two three,         one two three 4,        one two three four
            one two three four,    two one three four,     two three four
            """)
    void wordsThatTouchOrAreTheSameOrLittleAlikeAreLeftToAPerson(String base, String theirs, String mine) {
        TextMerge merge = TextMerge.of(base, theirs, mine);
        assertThat(kinds(merge)).containsExactly(CONFLICT);
        assertThat(kinds(TextMerge.of(base, mine, theirs))).containsExactly(CONFLICT);
    }

    @Test
    void aRunOfLinesMergesByWordAsAWholeOrNotAtAll() {
        String base = "one two three\nfour five six\n";
        String theirs = "1 two three\nfour five 6\n";
        assertThat(TextMerge.of(base, theirs, "one two 3\nfour five six\n").merged())
                .contains("1 two 3\nfour five 6\n");
        assertThat(TextMerge.of(base, theirs, "one two 3\nfour five VI\n").conflicts())
                .hasSize(1);
        assertThat(TextMerge.of(base, theirs, "one two\n3\nfour five six\n").clean())
                .isFalse();
    }

    @Test
    void wordsAreMergedInCodeTooButSpacesCount() {
        assertThat(TextMerge.exact("x = a + b", "y = a + b", "x = a + c").merged())
                .contains("y = a + c");
        assertThat(TextMerge.exact("x = 1", "y = 1", "x  =  1").clean()).isFalse();
        assertThat(TextMerge.exact("a\n", "b\n", "  a\n").clean()).isFalse();
        assertThat(TextMerge.exact("a\n", "b\n", "a\r\n").clean()).isFalse();
        assertThat(TextMerge.exact("caf\u00e9", "tea", "cafe\u0301").clean()).isFalse();
    }

    @Test
    void bothSpacedDifferentlyIsAsInTheDatabase() {
        TextMerge merge = TextMerge.of("if x then\n", "  if x then\n", "\tif x then\n");
        assertThat(kinds(merge)).containsExactly(SPACING);
        assertThat(merge.merged()).contains("  if x then\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWordCarriedOverToAnotherLineAndDeletedThereIsGone(boolean exact) {
        String base = "a b c\nd e f\n";
        String filled = "a b c d\ne f\n";
        String deleted = "a b c\ne f\n";
        for (TextMerge merge : List.of(merge(exact, base, deleted, filled), merge(exact, base, filled, deleted))) {
            assertThat(merge.merged()).isEqualTo(exact ? Optional.empty() : Optional.of(deleted));
            assertThat(merge.pieces()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSentenceAtTheStartOfALineCarriedOverAndDeletedIsGone(boolean exact) {
        String base = "Ana came home.\nShe sat down. Then she slept,\nand dreamt.\n";
        String filled = "Ana came home. She sat down.\nThen she slept,\nand dreamt.\n";
        String deleted = "Ana came home.\nThen she slept,\nand dreamt.\n";
        for (TextMerge merge : List.of(merge(exact, base, deleted, filled), merge(exact, base, filled, deleted))) {
            assertThat(merge.merged()).isEqualTo(exact ? Optional.empty() : Optional.of(deleted));
        }
    }

    @Test
    void wordsOfProseMergeAlthoughAPieceOfItsSpacingCannotBeKept() {
        TextMerge merge = TextMerge.of("one two three four\n", "one  2 three four\n", "one\ttwo three 4\n");
        assertThat(kinds(merge)).containsExactly(WORDS);
        assertThat(merge.merged()).contains("one  2 three 4\n");
        assertThat(TextMerge.exact("one two three four\n", "one  2 three four\n", "one\ttwo three 4\n")
                        .clean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whiteSpaceOfOneSideIsKeptBesideOtherWordsOfTheOther(boolean exact) {
        assertBothWays(exact, "if x then y = 1", "  if x then y = 1", "if x then y = 2", "  if x then y = 2");
        assertBothWays(exact, "a b c d e", "a  b c d e", "a b c d f", "a  b c d f");
        assertBothWays(exact, "a b c d", "a b c d  ", "x b c d", "x b c d  ");
        assertBothWays(exact, "a b c d", "a  b c d", "a b c   d", "a  b c   d");
        assertBothWays(exact, "a b c d", "  a x b c d", "a b c d y", "  a x b c d y");
    }

    @Test
    void whiteSpaceBesideTheOthersChangeOrOnTheSameWordIsAConflictWhereItCounts() {
        for (String other : List.of("a  b c d", "a b  c d", "a\tb c d")) {
            assertThat(TextMerge.exact("a b c d", "a x c d", other).clean()).isFalse();
            assertThat(TextMerge.exact("a b c d", other, "a x c d").clean()).isFalse();
            assertThat(TextMerge.of("a b c d", "a x c d", other).merged()).contains("a x c d");
        }
        assertThat(TextMerge.exact("a b c", "a  b c", "a b  c").clean()).isFalse();
        assertThat(TextMerge.exact("a b c", "a b  c", "a  b c").clean()).isFalse();
        assertThat(TextMerge.exact("a b c", "a  b c", "a\tb c").clean()).isFalse();
        assertThat(TextMerge.exact("a b c", "a x c", "a x  c").clean()).isFalse();
        assertThat(TextMerge.exact(" ", "  ", "\t").clean()).isFalse();
        assertThat(TextMerge.exact("\n", "", "\n\n").clean()).isFalse();
        assertThat(TextMerge.of(" ", "  ", "\t").merged()).contains("  ");
    }

    @Test
    void aLastLineWithoutAnEndThatOthersFollowGetsTheLineEndOfTheText() {
        TextMerge merge = TextMerge.exact("a\r\nb\r\nc", "a\r\nB\r\nc", "a\r\nb2\r\nc");
        assertThat(merge.text(List.of("typed"))).isEqualTo("a\r\ntyped\r\nc");
        assertThat(TextMerge.exact("a\nb\nc", "a\nB\nc", "a\nb2\nc").text(List.of("typed")))
                .isEqualTo("a\ntyped\nc");
    }

    /** The limit is that of the three sides of the line together, whatever stands around it. */
    @Test
    void aLineThatIsTooLongIsNotMergedByWord() {
        String words = "first\n" + "word ".repeat(6665);
        String base = words + "a b ccc\n";
        String mine = words + "a b yyy\n";
        assertThat(3 * (base.length() - "first\n".length()) + 1).isEqualTo(WordMerge.LONGEST);
        assertBothWays(true, base, words + "xx b ccc\n", mine, words + "xx b yyy\n");
        assertThat(TextMerge.exact(base, words + "xxx b ccc\n", mine).clean()).isFalse();
    }

    private static void assertBothWays(boolean exact, String base, String one, String other, String merged) {
        assertThat(merge(exact, base, one, other).merged()).contains(merged);
        assertThat(merge(exact, base, other, one).merged()).contains(merged);
    }

    private static TextMerge merge(boolean exact, String base, String theirs, String mine) {
        return exact ? TextMerge.exact(base, theirs, mine) : TextMerge.of(base, theirs, mine);
    }

    static List<Kind> kinds(TextMerge merge) {
        return merge.pieces().stream().map(Piece::kind).toList();
    }

    @Test
    void wordsAreMergedWhereverTheirLineStandsOnEachSide() {
        String base = "x\ny\nthe quick brown fox\nz\n";
        String theirs = "new\nx\ny\nthe slow brown fox\nz\n";
        String mine = "x\nmore\nand more\ny\nthe quick brown dog\nz\n";
        for (boolean exact : List.of(true, false)) {
            assertBothWays(exact, base, theirs, mine, "new\nx\nmore\nand more\ny\nthe slow brown dog\nz\n");
        }
    }
}
