package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of days and months are those of the window's language, of the country and of English. */
class TypedWordsTest {
    private static final Column DAY = Columns.of("day", ValueKind.DATE);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    private static final Clock CLOCK = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "de, de-DE, heute, 0",
                "de, de-DE, Morgen, 1",
                "de, de-DE, gestern, -1",
                "de, de-DE, tomorrow, 1",
                "fr, fr-FR, aujourd’hui, 0",
                "fr, fr-FR, aujourd'hui, 0",
                "fr, fr-FR, demain, 1",
                "fr, fr-FR, hier, -1",
                "fr, fr-FR, 20 mars, 2",
                "de, en-GB, 20. März, 2",
                "en, de-DE, 20. März, 2",
                "fr, de-DE, 20 mars 2026, 2",
                "fr, de-DE, 20. März, 2",
            })
    void aDayIsReadByItsWord(String words, String formats, String typed, int days) {
        ValueText text = new ValueText(Texts.of(Locale.forLanguageTag(words), Locale.forLanguageTag(formats)), CLOCK);
        assertThat(text.parse(typed, DAY)).isEqualTo(new Parsed.Read(new Value.Date(TODAY.plusDays(days))));
    }
}
