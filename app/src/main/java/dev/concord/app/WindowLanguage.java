package dev.concord.app;

import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Locale.Category;

/**
 * Sets the language of the words that Concord does not write itself: the menus of JavaFX's text fields, and what drivers say about
 * errors. Java has one such language for a program. FX thread only.
 */
final class WindowLanguage {
    private WindowLanguage() {}

    static void put(Texts texts) {
        Locale.setDefault(texts.words());
        Locale.setDefault(Category.FORMAT, texts.locale());
    }
}
