package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs of tokens on three sides. */
class ChunkTest {

    @Test
    void aRunIsCutIntoItsLines() {
        Chunk run = new Chunk(2, 5, 10, 13, 20, 23, true);
        assertThat(run.line(1)).isEqualTo(new Chunk(3, 4, 11, 12, 21, 22, true));
        assertThat(run.lines(1, 3)).isEqualTo(new Chunk(3, 5, 11, 13, 21, 23, true));
    }

    /** Theirs put two tokens in front of the first, mine put one there and replaced the second. */
    @Test
    void editsAtOnePlaceAreOneRunWhoseverIsFirst() {
        List<Edit> two = List.of(new Edit(0, 0, 0, 2));
        List<Edit> others = List.of(new Edit(0, 0, 0, 1), new Edit(1, 2, 2, 3));
        assertThat(Chunk.of(two, others, 3))
                .containsExactly(
                        new Chunk(0, 0, 0, 2, 0, 1, true),
                        new Chunk(0, 1, 2, 3, 1, 2, false),
                        new Chunk(1, 2, 3, 4, 2, 3, true),
                        new Chunk(2, 3, 4, 5, 3, 4, false));
        assertThat(Chunk.of(others, two, 3))
                .containsExactly(
                        new Chunk(0, 0, 0, 1, 0, 2, true),
                        new Chunk(0, 1, 1, 2, 2, 3, false),
                        new Chunk(1, 2, 2, 3, 3, 4, true),
                        new Chunk(2, 3, 3, 4, 4, 5, false));
    }
}
