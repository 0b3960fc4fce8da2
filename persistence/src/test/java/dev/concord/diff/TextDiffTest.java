package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.diff.Span.Kind;
import dev.concord.testing.Effort;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDiffTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(emptyValue = "", textBlock = """
            '',                  '',                  ''
            'same',              'same',              'same'
            '',                  'new',               '+new+'
            'old',               '',                  '-old-'
            'one two three',     'one 2 three',       'one -two-+2+ three'
            'one two three',     'one three',         'one -two -three'
            'the quick fox',     'a slow fox',        '-the quick-+a slow+ fox'
            'Call her. Soon.',   'Call him. Soon.',   'Call -her-+him+. Soon.'
            'naïve café',        'naïve cafe',        'naïve -café-+cafe+'
            """)
    void wordsAreMarked(String before, String after, String expected) {
        assertThat(marked(TextDiff.of(before, after))).isEqualTo(expected);
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        String before = "İstanbul'da iyi bir gün, saat 5.30";
        String after = "Istanbul'da iyi bir gün, saat 5.31";
        TextDiff here = TextDiff.of(before, after);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH"));
            assertThat(TextDiff.of(before, after)).isEqualTo(here);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Property
    void joiningTheSpansGivesBothTextsBack(@ForAll("texts") String before, @ForAll("texts") String after) {
        TextDiff diff = TextDiff.of(before, after);
        assertThat(diff.before()).isEqualTo(before);
        assertThat(diff.after()).isEqualTo(after);
        assertThat(diff.spans()).allMatch(span -> !span.text().isEmpty());
    }

    @Property
    void equalTextsHaveNothingMarked(@ForAll("texts") String text) {
        assertThat(TextDiff.of(text, text).spans()).allMatch(span -> span.kind() == Kind.EQUAL);
    }

    @Test
    void aLongTextIsComparedByLine() {
        String before = lines(20_000, "line");
        String after = before.replace("line 777\n", "line seven\n");
        assertThat(TextDiff.of(before, after).spans())
                .contains(new Span(Kind.REMOVED, "line 777\n"), new Span(Kind.ADDED, "line seven\n"))
                .hasSize(4);
    }

    /** A hundred thousand characters are the most, in either text. */
    @Test
    void aTextThatIsNotTooLongIsComparedByWord() {
        String line = "word ".repeat(19_999);
        Span added = new Span(Kind.ADDED, "five");
        assertThat(TextDiff.of(line + "four\n", line + "five\n").spans()).contains(added);
        assertThat(TextDiff.of(line + "four.\n", line + "five\n").spans()).doesNotContain(added);
        assertThat(TextDiff.of(line + "four\n", line + "five.\n").spans()).doesNotContain(added);
    }

    @Test
    void textsWithoutAnythingInCommonTakeNoTimeHoweverLong() {
        String before = lines(100_000, "before");
        String after = lines(100_000, "after");
        TextDiff diff = Effort.atMost(Duration.ofSeconds(10), () -> TextDiff.of(before, after));
        assertThat(diff.spans()).hasSize(2);
    }

    @Test
    void wordsInALineWithoutAnythingInCommonTakeNoTimeEither() {
        String before = IntStream.range(0, 9_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 9_000).mapToObj(i -> "b" + i).collect(Collectors.joining("-"));
        TextDiff diff = Effort.atMost(Duration.ofSeconds(10), () -> TextDiff.of(before, after));
        assertThat(diff.after()).isEqualTo(after);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "the", " ", "  ", "\n", "\r\n", ".", ",", "é", "e\u0301", "👩‍🔬", "漢字")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    private static String lines(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\n").collect(Collectors.joining());
    }

    private static String marked(TextDiff diff) {
        return diff.spans().stream()
                .map(span -> switch (span.kind()) {
                    case EQUAL -> span.text();
                    case REMOVED -> "-" + span.text() + "-";
                    case ADDED -> "+" + span.text() + "+";
                })
                .collect(Collectors.joining());
    }
}
