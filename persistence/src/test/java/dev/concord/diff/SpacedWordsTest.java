package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacedWordsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100})
    void wordsAndTheSpaceAroundThemAreTheText(int count) {
        String text = IntStream.range(0, count)
                        .mapToObj(i -> " ".repeat(i % 3 + 1) + "word" + i)
                        .collect(Collectors.joining())
                + "\n";
        SpacedWords words = SpacedWords.of(text, new Vocabulary());
        assertThat(words.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(words.word(i)).isEqualTo("word" + i);
            assertThat(words.gap(i)).isEqualTo(" ".repeat(i % 3 + 1));
            assertThat(words.numbers()[i]).isEqualTo(i);
        }
        assertThat(words.gap(count)).isEqualTo("\n");
        assertThat(words.withGaps(0, count)).isEqualTo(text);
    }

    @Test
    void eachWordKnowsItsLine() {
        SpacedWords words = SpacedWords.of("\n a b\n\nc\n d ", new Vocabulary());
        assertThat(words.lines()).containsExactly(1, 1, 3, 4);
        assertThat(IntStream.rangeClosed(0, 4).filter(words::startsLine)).containsExactly(0, 2, 3, 4);
        assertThat(words.joined(1, 3)).isEqualTo("b c");
    }
}
