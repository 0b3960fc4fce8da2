package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.testing.Effort;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that are large, or hard to line up. */
class LargeTextMergeTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(10);

    @Test
    void fiveMegabytesWithFewEditsMergeByLine() {
        String base = lines(100_000, i -> "line " + i + " of a text of which there is a great deal");
        String theirs = base.replace("line 777 ", "line seven ");
        String mine = base.replace("line 99777 ", "line nine ");
        TextMerge merge = merge(base, theirs, mine);
        assertThat(merge.merged()).contains(theirs.replace("line 99777 ", "line nine "));
        assertThat(merge.pieces()).hasSize(5);
    }

    @Test
    void everythingDifferentIsOneConflict() {
        TextMerge merge =
                merge(lines(100_000, i -> "a" + i), lines(100_000, i -> "b" + i), lines(100_000, i -> "c" + i));
        assertThat(merge.pieces()).hasSize(1);
    }

    @Test
    void everySecondLineDifferentTakesNoTime() {
        String base = lines(100_000, i -> "line " + i);
        String theirs = lines(100_000, i -> (i % 2 == 0 ? "theirs " : "line ") + i);
        String mine = lines(100_000, i -> (i % 2 == 0 ? "mine " : "line ") + i);
        assertThat(merge(base, theirs, mine).clean()).isFalse();
        assertThat(merge(base, theirs, base).merged()).contains(theirs);
    }

    @Test
    void everythingInReverseTakesNoTime() {
        String base = lines(100_000, i -> "line " + i);
        String theirs = lines(100_000, i -> "line " + (99_999 - i));
        assertThat(merge(base, theirs, base + "more\n").clean()).isFalse();
    }

    @Test
    void everyLineTheSameTakesNoTime() {
        String base = lines(100_000, i -> "same");
        String theirs = lines(110_000, i -> i % 1000 == 0 ? "theirs " + i : "same");
        String mine = lines(90_000, i -> i % 1000 == 1 ? "mine " + i : "same");
        assertThat(merge(base, theirs, mine).clean()).isFalse();
    }

    @Test
    void fewDifferentLinesInAnyOrderTakeNoTime() {
        TextMerge merge = merge(
                lines(100_000, i -> "line " + (i * 7919L % 1009) % 40),
                lines(100_000, i -> "line " + (i * 104_729L % 1013) % 40),
                lines(100_000, i -> "line " + (i * 15_485_863L % 1019) % 40));
        assertThat(merge.pieces()).isNotEmpty();
    }

    @Test
    void oneLineOfFiveMegabytesIsAnswered() {
        String base = "word ".repeat(1_000_000);
        assertThat(merge(base, "their " + base, base + "mine").pieces()).hasSize(1);
        assertThat(merge(base, base.replace(" ", "  "), base + "mine").merged()).contains(base + "mine");
    }

    @Test
    void fiveMegabytesConvertedAndEditedMerge() {
        String base = lines(100_000, i -> "line " + i + " of a text of which there is a great deal");
        String mine = base.replace("line 777 ", "line seven ");
        assertThat(merge(base, base.replace("\n", "\r\n"), mine).merged()).contains(mine.replace("\n", "\r\n"));
    }

    private static TextMerge merge(String base, String theirs, String mine) {
        return Effort.atMost(A_FEW_SECONDS, () -> TextMerge.of(base, theirs, mine));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
