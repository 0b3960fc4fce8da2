package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of three sides, compared exactly and without their spacing. */
class SidesTest {

    @ParameterizedTest
    @CsvSource({
        "a b, a b, a b, UNCHANGED",
        "a b, a  b, a  b, EQUAL",
        "a b, a b, a  b, MINE",
        "a b, a  b, a b, THEIRS",
        "a b, a  b, 'a b ', SPACING"
    })
    void aLineThatAllHaveWasSpacedByOneByBothAlikeOrByBothOtherwise(
            String base, String theirs, String mine, Piece.Kind kind) {
        Sides sides = Sides.of("first\n" + base, "first\n" + theirs, "first\n" + mine);
        assertThat(sides.kind(new Chunk(1, 2, 1, 2, 1, 2, false))).isEqualTo(kind);
    }

    @Test
    void linesAreTheSameExactlyOrWithoutTheirSpacing() {
        Sides sides = Sides.of("", "a b\na  b\n", "a b\nb\n");
        assertThat(sides.same(0, 0, TextEquality.EXACT)).isTrue();
        assertThat(sides.same(0, 0, TextEquality.WITHOUT_SPACING)).isTrue();
        assertThat(sides.same(1, 0, TextEquality.EXACT)).isFalse();
        assertThat(sides.same(1, 0, TextEquality.WITHOUT_SPACING)).isTrue();
        assertThat(sides.same(1, 1, TextEquality.EXACT)).isFalse();
        assertThat(sides.same(1, 1, TextEquality.WITHOUT_SPACING)).isFalse();
    }

    @Test
    void linesDifferInSpacingWhereThereAreFewerWithoutIt() {
        assertThat(differInSpacing("a b\n", "a  b\n", "c\n")).isTrue();
        assertThat(differInSpacing("a b\n", "c\n", "a b \n")).isTrue();
        assertThat(differInSpacing("a b\n", "a c\n", "a d\n")).isFalse();
        assertThat(differInSpacing("a\n", "a\n", "a\n")).isFalse();
    }

    private static boolean differInSpacing(String base, String theirs, String mine) {
        Sides sides = Sides.of(base, theirs, mine);
        return sides.differInSpacing(sides.whole());
    }
}
