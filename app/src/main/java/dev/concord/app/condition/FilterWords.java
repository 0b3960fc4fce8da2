package dev.concord.app.condition;

import dev.concord.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that have a meaning of their own in a filter: those of the user's language, and the English ones in every language. */
final class FilterWords {
    /** The English words, whatever the window's language is, so that what one learned is true on every computer. */
    private static final List<String> NULL = List.of("null", "is null");

    private static final List<String> NOT_NULL = List.of("not null", "is not null");

    private final Texts texts;

    /** Some days that are named by how far they are from today. */
    enum Days {
        THIS_WEEK,
        LAST_WEEK,
        THIS_MONTH,
        LAST_MONTH,
        THIS_YEAR,
        LAST_YEAR;

        private String english() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private String key() {
            return "filter.word." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    FilterWords(Texts texts) {
        this.texts = texts;
    }

    boolean isNull(FilterPart.Word word) {
        return is(word, NULL, texts.get("filter.word.null"));
    }

    boolean isNotNull(FilterPart.Word word) {
        return is(word, NOT_NULL, texts.get("filter.word.not-null"));
    }

    Optional<Days> days(String typed) {
        String word = plain(typed);
        return Arrays.stream(Days.values())
                .filter(days -> word.equals(days.english()) || word.equals(plain(texts.get(days.key()))))
                .findFirst();
    }

    private boolean is(FilterPart.Word word, List<String> english, String translated) {
        return !word.quoted()
                && !word.beginning()
                && Stream.concat(english.stream(), Stream.of(plain(translated))).anyMatch(plain(word.text())::equals);
    }

    /** In small letters, with one space between two words. */
    private String plain(String typed) {
        return typed.strip().replaceAll("\\s+", " ").replace('\'', '’').toLowerCase(texts.words());
    }
}
