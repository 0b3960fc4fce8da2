package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an edit is placed that could be in several places. */
class EditSlidingTest {
    private static final int[] ONCE = {1, 7, 2};
    private static final int[] THRICE = {1, 7, 7, 7, 2};

    @Test
    void ofEqualTokensTheLastOnesWereAddedOrRemoved() {
        assertThat(EditSliding.down(List.of(new Edit(1, 1, 1, 3)), ONCE, THRICE))
                .containsExactly(new Edit(2, 2, 2, 4));
        assertThat(EditSliding.down(List.of(new Edit(1, 3, 1, 1)), THRICE, ONCE))
                .containsExactly(new Edit(2, 4, 2, 2));
    }

    @Test
    void anEditAtTheEndOfTheTextStaysInIt() {
        assertThat(EditSliding.down(List.of(new Edit(0, 0, 0, 1)), new int[] {7, 7}, new int[] {7, 7, 7}))
                .containsExactly(new Edit(2, 2, 2, 3));
        assertThat(EditSliding.down(List.of(new Edit(0, 1, 0, 0)), new int[] {7, 7, 7}, new int[] {7, 7}))
                .containsExactly(new Edit(2, 3, 2, 2));
    }

    /** Behind the first edit stands one more equal token, and then the next edit, which begins with another. */
    @Test
    void anEditIsMovedNoFurtherThanTheNext() {
        assertThat(EditSliding.down(
                        List.of(new Edit(0, 0, 0, 1), new Edit(1, 2, 2, 3)), new int[] {7, 8, 9}, new int[] {7, 7, 7, 9
                        }))
                .containsExactly(new Edit(1, 1, 1, 2), new Edit(1, 2, 2, 3));
    }

    @Test
    void aReplacementStaysWhereItIs() {
        Edit edit = new Edit(0, 1, 0, 1);
        assertThat(EditSliding.down(List.of(edit), new int[] {7, 7}, new int[] {8, 7}))
                .containsExactly(edit);
    }
}
