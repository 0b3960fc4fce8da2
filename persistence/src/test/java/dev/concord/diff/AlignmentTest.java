package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Up to which size two lists are compared. */
class AlignmentTest {

    @Test
    void aThousandLinesAreComparedWithAThousandAndNotWithMore() {
        List<String> before = lines(1000, "before");
        assertThat(Alignment.of(before, lines(1000, "after")))
                .contains(List.of(new Hunk(0, before, 0, lines(1000, "after"))));
        assertThat(Alignment.of(before, lines(1001, "after"))).isEmpty();
        assertThat(Alignment.of(lines(1001, "before"), lines(1000, "after"))).isEmpty();
    }

    @Test
    void whatBothBeginAndEndWithDoesNotCount() {
        List<String> same = lines(5000, "same");
        List<String> before = around(same, lines(1000, "before"));
        List<String> after = around(same, lines(1000, "after"));
        assertThat(Alignment.of(before, after))
                .contains(List.of(new Hunk(5000, lines(1000, "before"), 5000, lines(1000, "after"))));
    }

    private static List<String> lines(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\n").toList();
    }

    private static List<String> around(List<String> same, List<String> lines) {
        return Stream.of(same, lines, same).flatMap(List::stream).toList();
    }
}
