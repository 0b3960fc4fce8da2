package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void equalTokensHaveOneNumberHoweverManyThereAre() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 2000; i++) {
                assertThat(number("token " + i)).isEqualTo(i);
            }
        }
        assertThat(vocabulary.size()).isEqualTo(2000);
        IntStream.range(0, 2000).forEach(i -> assertThat(vocabulary.text(i)).isEqualTo("token " + i));
    }

    /** The hash of each pair is the same. */
    @Test
    void tokensThatOnlyHashAlikeHaveNumbersOfTheirOwn() {
        for (String token : new String[] {"Aa", "BB", "AaAa", "AaBB", "BBAa", "BBBB", "", "\0", "\0\0"}) {
            int before = vocabulary.size();
            assertThat(number(token)).isEqualTo(before);
        }
    }

    /** An empty line is one, also where the table has just grown. */
    @Test
    void theEmptyTokenIsOneHoweverManyThereAreBeforeIt() {
        for (int before = 0; before < 300; before++) {
            Vocabulary tokens = new Vocabulary();
            for (String token :
                    IntStream.range(0, before).mapToObj(String::valueOf).toList()) {
                tokens.number(token, 0, token.length());
            }
            assertThat(tokens.number("", 0, 0)).isEqualTo(before);
            assertThat(tokens.number("", 0, 0)).isEqualTo(before);
        }
    }

    @Test
    void aTokenIsCutOutOfItsText() {
        assertThat(vocabulary.number("one two one", 0, 3)).isZero();
        assertThat(vocabulary.number("one two one", 4, 7)).isEqualTo(1);
        assertThat(vocabulary.number("one two one", 8, 11)).isZero();
        assertThat(vocabulary.text(1)).isEqualTo("two");
    }

    private int number(String token) {
        return vocabulary.number(token, 0, token.length());
    }
}
