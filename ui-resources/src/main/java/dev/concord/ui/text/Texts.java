package dev.concord.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word on the screen, by key. Immutable, safe to share between threads. Messages are {@link MessageFormat}
 * patterns: a plain apostrophe is written twice.
 */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** Returns the texts for a locale; languages without a translation get English. */
    public static Texts of(Locale locale) {
        return new Texts(ResourceBundle.getBundle("dev.concord.ui.text.messages", locale), locale);
    }

    /**
     * Returns one message, its places filled.
     *
     * @throws java.util.MissingResourceException when there is no such key; a test keeps that from happening
     */
    public String get(String key, Object... arguments) {
        String message = bundle.getString(key);
        // Most messages are plain words, and a window is made of hundreds of them.
        return isPlain(message) ? message : new MessageFormat(message, locale).format(arguments);
    }

    private static boolean isPlain(String message) {
        return message.indexOf('{') < 0 && message.indexOf('\'') < 0;
    }

    /** The locale numbers and dates are shown in. */
    public Locale locale() {
        return locale;
    }
}
