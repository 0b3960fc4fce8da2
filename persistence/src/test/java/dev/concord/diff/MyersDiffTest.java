package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What differs between two regions that have no rare token to align at. */
class MyersDiffTest {

    @Test
    void aTokenInThePlaceOfAnotherIsOneEdit() {
        assertThat(MyersDiff.edits(new int[] {1, 2, 3}, new int[] {1, 4, 3}, new Edit(0, 3, 0, 3)))
                .containsExactly(new Edit(1, 2, 1, 2));
        assertThat(MyersDiff.edits(new int[] {1, 2, 3, 4}, new int[] {5, 2, 3, 6}, new Edit(0, 4, 0, 4)))
                .containsExactly(new Edit(0, 1, 0, 1), new Edit(3, 4, 3, 4));
    }

    @Test
    void editsAreCountedFromTheStartOfTheTextsAndNotOfTheRegion() {
        int[] old = {9, 9, 1, 2, 3, 9};
        int[] now = {9, 1, 3, 4, 9};
        assertThat(MyersDiff.edits(old, now, new Edit(2, 5, 1, 4)))
                .containsExactly(new Edit(3, 4, 2, 2), new Edit(5, 5, 3, 4));
    }

    /** A thousand tokens times a thousand are the most, wherever in the texts they stand. */
    @Test
    void regionsThatAreTooLargeDifferAsAWhole() {
        int[] old = differentBut(2001, 1500, 1_000_000);
        int[] now = differentBut(2002, 1400, 2_000_000);
        assertThat(MyersDiff.edits(old, now, new Edit(1000, 2000, 1000, 2000)))
                .containsExactly(new Edit(1000, 1500, 1000, 1400), new Edit(1501, 2000, 1401, 2000));
        Edit longer = new Edit(1000, 2001, 1000, 2000);
        assertThat(MyersDiff.edits(old, now, longer)).containsExactly(longer);
        Edit longerNow = new Edit(1000, 2000, 1000, 2001);
        assertThat(MyersDiff.edits(old, now, longerNow)).containsExactly(longerNow);
    }

    /** Returns different tokens, of which one is 0. */
    private static int[] differentBut(int size, int zero, int first) {
        return IntStream.range(0, size).map(i -> i == zero ? 0 : first + i).toArray();
    }
}
