package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between which lines of the base a side may be cut, so that no word is on different sides of the cut. */
class WordFlowTest {

    /** {@code /} is a line end. For each line of the side and the end: the first and the last line of the base. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "a/b/c/, a/b/c/, '0 1 2 3', '0 1 2 3'",
        "a/x/c/, a/y/c/, '0 1 1 3', '0 2 2 3'",
        "a b c/d e f/, a b c d/e f/, '0 2 2', '0 1 2'",
        "a b c d/e f/, a b c/d e f/, '0 1 2', '0 0 2'",
        "a/b/, x/a/b/, '0 0 1 2', '0 0 1 2'",
        "x/a/b/, a/b/, '0 2 3', '1 2 3'",
        "a/x/b/, a/b/, '0 1 3', '0 2 3'",
        "x/, y/, '0 0', '1 1'",
        "a/x/, a/y/, '0 1 1', '0 2 2'",
        "a  b/, ' a b/', '0 1', '0 1'"
    })
    void aCutIsWhereNoWordCrossesIt(String base, String side, String first, String last) {
        String old = base.replace('/', '\n');
        String now = side.replace('/', '\n');
        int lines = (int) now.lines().count();
        WordFlow flow = WordFlow.of(old, (int) old.lines().count(), now, lines);
        assertThat(joined(IntStream.rangeClosed(0, lines).map(flow::least))).isEqualTo(first);
        assertThat(joined(IntStream.rangeClosed(0, lines).map(flow::most))).isEqualTo(last);
    }

    private static String joined(IntStream numbers) {
        return String.join(" ", numbers.mapToObj(String::valueOf).toList());
    }
}
