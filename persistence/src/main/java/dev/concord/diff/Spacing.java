package dev.concord.diff;

import java.text.Normalizer;

/** What is left of a text when white space, line ends and the Unicode form do not count. */
final class Spacing {
    private Spacing() {}

    /** White space as people see it: a no-break space is one too. */
    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /**
     * Returns the text in Unicode's form NFC without its white space; between two letters or digits one space stays,
     * since {@code to day} is not {@code today}.
     */
    static String essence(String text) {
        String composed = mayCompose(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
        StringBuilder essence = new StringBuilder(composed.length());
        boolean spaced = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isSpace(c)) {
                spaced = true;
                continue;
            }
            if (spaced && !essence.isEmpty() && isOfWord(essence.charAt(essence.length() - 1)) && isOfWord(c)) {
                essence.append(' ');
            }
            essence.append(c);
            spaced = false;
        }
        return essence.toString();
    }

    /** Below U+0300 nothing composes with what stands before it. */
    private static boolean mayCompose(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0300') {
                return true;
            }
        }
        return false;
    }

    /** Surrogates and accents belong to words too: a space too many is better than one too few. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c > '~';
    }
}
