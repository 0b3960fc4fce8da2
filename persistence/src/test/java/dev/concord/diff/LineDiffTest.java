package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void aHunkNamesItsPlaceInBothTexts() {
        LineDiff diff = LineDiff.of("one\ntwo\nthree\nfour", "zero\none\ntwo\n3\nfour");
        assertThat(diff.hunks())
                .containsExactly(
                        new Hunk(0, List.of(), 0, List.of("zero\n")),
                        new Hunk(2, List.of("three\n"), 3, List.of("3\n")));
    }

    @Test
    void aLineEndIsPartOfItsLine() {
        assertThat(LineDiff.of("one\r\n", "one\n").hunks())
                .containsExactly(new Hunk(0, List.of("one\r\n"), 0, List.of("one\n")));
    }

    @Test
    void equalTextsHaveNoHunk() {
        assertThat(LineDiff.of("one\n\ntwo", "one\n\ntwo").hunks()).isEmpty();
    }
}
