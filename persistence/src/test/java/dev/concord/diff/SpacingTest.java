package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as white space, and what as a word. */
class SpacingTest {

    @Test
    void spacesOfEveryKindAreWhiteSpace() {
        for (char space : " \t\n\u000b\f\r\u00a0\u1680\u2003\u2007\u2028\u202f\u3000".toCharArray()) {
            assertThat(Spacing.isSpace(space)).as("U+%04X", (int) space).isTrue();
        }
        for (char other : "\b\u000e!a~\u007fé\u0300\ud834".toCharArray()) {
            assertThat(Spacing.isSpace(other)).as("U+%04X", (int) other).isFalse();
        }
    }

    /** {@code _} is a space. */
    @ParameterizedTest
    @CsvSource({
        "to_day, to_day",
        "__to___day_, to_day",
        "'a_,_b', 'a,b'",
        "(_a_b_), (a_b)",
        "a_~_b, a~b",
        "~_~, ~~",
        "1_2, 1_2",
        "é_è, é_è",
        "𝄞_𝄞, 𝄞_𝄞",
        "'._a', .a",
        "_, ''"
    })
    void oneSpaceStaysBetweenTwoWordsOnly(String text, String spaceless) {
        assertThat(Spacing.spaceless(text.replace('_', ' '))).isEqualTo(spaceless.replace('_', ' '));
    }

    @Test
    void theUnicodeFormDoesNotCount() {
        assertThat(Spacing.spaceless("a\u0300")).isEqualTo("\u00e0");
        assertThat(Spacing.spaceless("cafe\u0301 au lait")).isEqualTo(Spacing.spaceless("caf\u00e9  au lait"));
        assertThat(words("Cafe\u0301, a\u0300 la carte")).containsExactly("Caf\u00e9", "\u00e0", "la", "carte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one two", " one, two!", "(one)-[two]", "\"one\" \u2013 two\n", "\u0301one two"})
    void wordsAreLettersAndDigitsWhateverStandsAroundThem(String text) {
        assertThat(words(text)).containsExactly("one", "two");
    }

    @Test
    void aWordMayHaveAccentsDigitsAndLettersBeyondTheFirstPlane() {
        assertThat(words("a\u20dd1 𝔘2")).containsExactly("a\u20dd1", "𝔘2");
        assertThat(words("का")).containsExactly("का");
        assertThat(words("")).isEmpty();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Spacing.words(text, words::add);
        return words;
    }
}
