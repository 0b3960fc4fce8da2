package dev.concord.diff;

import java.text.Normalizer;
import java.util.function.Consumer;

/** Compares texts without white space, line ends and the Unicode form. */
final class Spacing {
    private Spacing() {}

    /** Whether a character is white space; a no-break space is, too. */
    static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= '\u00a0' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /**
     * Returns the text in Unicode's form NFC without its white space; between two letters or digits one space stays,
     * since {@code to day} is not {@code today}.
     */
    static String spaceless(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder spaceless = new StringBuilder(composed.length());
        boolean spaced = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isSpace(c)) {
                spaced = true;
                continue;
            }
            if (spaced && !spaceless.isEmpty() && isOfWord(spaceless.charAt(spaceless.length() - 1)) && isOfWord(c)) {
                spaceless.append(' ');
            }
            spaceless.append(c);
            spaced = false;
        }
        return spaceless.toString();
    }

    /**
     * Hands on a text's words, in order and in Unicode's form NFC: runs of letters and digits, so that neither spacing
     * nor punctuation counts.
     */
    static void words(String text, Consumer<String> word) {
        int start = -1;
        int at = 0;
        while (at <= text.length()) {
            int point = at < text.length() ? text.codePointAt(at) : ' ';
            boolean letter = Character.isLetterOrDigit(point) || (start >= 0 && isMark(point));
            if (letter && start < 0) {
                start = at;
            } else if (!letter && start >= 0) {
                word.accept(Normalizer.normalize(text.substring(start, at), Normalizer.Form.NFC));
                start = -1;
            }
            at += Character.charCount(point);
        }
    }

    /** Whether a character is an accent or another mark on the letter before it. */
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /**
     * Whether a character may belong to a word. Surrogates and accents count as such, so that too many spaces stay
     * rather than too few.
     */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c > '~';
    }
}
