package dev.concord.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Every word on the screen, by key. Immutable, safe to share between threads. Messages are {@link MessageFormat}
 * patterns: a plain apostrophe is written twice.
 *
 * <p>The language of the words and the country that numbers and dates are written for are two things: a clerk in Zürich who reads
 * English still writes {@code 29.05.2026}.
 */
public final class Texts {
    private static final String BUNDLE = "dev.concord.ui.text.messages";

    /** Without it, whoever asks for English on a German computer gets German, because English has no bundle of its own. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

    private final ResourceBundle bundle;
    private final Locale words;
    private final Locale formats;
    private final Locale system;

    private Texts(Locale words, Locale formats, Locale system) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, words, NO_FALLBACK);
        this.words = words;
        this.formats = formats;
        this.system = system;
    }

    /** Returns the texts for a locale, words and formats alike; languages without a translation get English. */
    public static Texts of(Locale locale) {
        return of(locale, locale);
    }

    /**
     * Returns the texts of a computer.
     *
     * @param words the language of the computer; one without a translation gets English
     * @param formats the locale in which numbers and dates are written and read
     */
    public static Texts of(Locale words, Locale formats) {
        return new Texts(words, formats, words);
    }

    /** Returns these texts in another language, with numbers and dates as before. */
    public Texts in(Language language) {
        return new Texts(language.locale().orElse(system), formats, system);
    }

    /**
     * Returns one message, its places filled.
     *
     * @throws java.util.MissingResourceException when there is no such key; a test keeps that from happening
     */
    public String get(String key, Object... arguments) {
        String message = bundle.getString(key);
        // Most messages are plain words, and a window is made of hundreds of them.
        return isPlain(message) ? message : new MessageFormat(message, formats).format(arguments);
    }

    private static boolean isPlain(String message) {
        return message.indexOf('{') < 0 && message.indexOf('\'') < 0;
    }

    /** The locale numbers and dates are shown in. */
    public Locale locale() {
        return formats;
    }

    /** The locale the words were asked for in. */
    public Locale words() {
        return words;
    }

    /** The locale of words inside dates, the names of months and days: in the language of the words, in the country of the formats. */
    public Locale names() {
        return words.getLanguage().equals(formats.getLanguage())
                ? formats
                : new Locale.Builder()
                        .setLanguage(words.getLanguage())
                        .setRegion(formats.getCountry())
                        .build();
    }
}
