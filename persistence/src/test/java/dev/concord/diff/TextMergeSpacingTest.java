package dev.concord.diff;

import static dev.concord.diff.Piece.Kind.CONFLICT;
import static dev.concord.diff.Piece.Kind.MINE;
import static dev.concord.diff.Piece.Kind.SPACING;
import static dev.concord.diff.Piece.Kind.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes to white space, line ends and the Unicode form against real ones. */
class TextMergeSpacingTest {
    private static final String BASE = "The caf\u00e9 opens,\nat nine.\nIt closes at five.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The caf\u00e9  opens,\nat nine.\nIt closes at five.\n",
                "  The caf\u00e9 opens,\n  at nine.\n  It closes at five.\n",
                "The caf\u00e9 opens,  \nat nine.\nIt closes at five.",
                "The caf\u00e9\u00a0opens,\n\nat nine.\nIt closes at five.\n\n",
                "The cafe\u0301 opens,\nat nine.\nIt closes at five.\n",
                "The caf\u00e9 opens, at\nnine. It closes at five.\n"
            })
    void aRealChangeWinsOverSpacing(String respaced) {
        String real = "A tea house closes,\nby ten.\nNobody knows why.\n";
        TextMerge merge = TextMerge.of(BASE, respaced, real);
        assertThat(merge.merged()).contains(real);
        assertThat(TextMergeTest.kinds(merge)).contains(SPACING).doesNotContain(CONFLICT);
        assertThat(TextMerge.of(BASE, real, respaced).merged()).contains(real);
    }

    @Test
    void spacingOfOtherLinesIsKept() {
        TextMerge merge = TextMerge.of("a 1\nb 2\nc 3\n", "  a 1\n  b 2\n  c 3\n", "a 1\nnew\nc 3\n");
        assertThat(merge.merged()).contains("  a 1\nnew\n  c 3\n");
        assertThat(TextMergeTest.kinds(merge)).containsExactly(THEIRS, SPACING, THEIRS);
    }

    @Test
    void aSpaceBetweenLettersIsNoSpacing() {
        assertThat(TextMerge.of("today", "to day", "tomorrow").clean()).isFalse();
        assertThat(TextMerge.of("a,b", "a, b", "a,c").merged()).contains("a,c");
    }

    @Test
    void theSameChangeSpacedDifferentlyIsAsInTheDatabase() {
        assertThat(TextMerge.of("old\n", "new  text\n", "new text\n").merged()).contains("new  text\n");
    }

    @Test
    void linesConvertedThereAndEditedHereKeepBoth() {
        TextMerge merge = TextMerge.of("a\nb\nc\nd\n", "a\r\nb\r\nc\r\nd\r\n", "a\nnew\nc\nd\nmore\n");
        assertThat(merge.merged()).contains("a\r\nnew\r\nc\r\nd\r\nmore\r\n");
        assertThat(TextMergeTest.kinds(merge)).containsExactly(THEIRS, SPACING, THEIRS, MINE);
        assertThat(merge.lineEnd()).contains(LineEnd.RETURN_AND_FEED);
    }

    @Test
    void linesConvertedAndEditedOnBothSidesConflictOnlyWhereTheyDo() {
        String base = "a\r\nb\r\nc\r\nd\r\ne\r\n";
        TextMerge merge = TextMerge.of(base, "a\r\nb\r\ntheirs\r\nd\r\nE\r\n", "A\nb\nmine\nd\ne\n");
        assertThat(merge.conflicts()).hasSize(1);
        assertThat(merge.text(conflict -> "typed\r\n")).isEqualTo("A\nb\ntyped\nd\nE\n");
    }

    @Test
    void mixedLineEndsStayMixed() {
        String base = "a\r\nb\nc\n";
        assertThat(TextMerge.of(base, base + "d\n", base).merged()).contains(base + "d\n");
        assertThat(TextMerge.of("a\nb\nc\n", "a\nb\nc\nd\r\n", "A\nb\nc\n").merged())
                .contains("A\nb\nc\nd\r\n");
    }

    @Test
    void aMissingFinalNewlineIsNoChangeOfTheLastLine() {
        TextMerge merge = TextMerge.of("first\nlast word", "first\nlast word\n", "first\nlast words");
        assertThat(merge.merged()).contains("first\nlast words");
        assertThat(TextMerge.of("first\nlast", "first\nlast\n", "first\nlast\nmore\n")
                        .merged())
                .contains("first\nlast\nmore\n");
    }
}
