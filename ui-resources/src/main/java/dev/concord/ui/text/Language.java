package dev.concord.ui.text;

import java.util.Locale;
import java.util.Optional;

/** The languages a person can choose for the window. */
public enum Language {
    /** The one of the computer, or English where it has no translation. */
    SYSTEM(Optional.empty()),
    ENGLISH(Optional.of(Locale.ENGLISH)),
    GERMAN(Optional.of(Locale.GERMAN)),
    FRENCH(Optional.of(Locale.FRENCH));

    private final Optional<Locale> locale;

    Language(Optional<Locale> locale) {
        this.locale = locale;
    }

    /** The locale of the words; empty where the computer says it. */
    public Optional<Locale> locale() {
        return locale;
    }

    /** The last part of its messages' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
