package dev.concord.app.paste;

import dev.concord.ui.text.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is looked for in texts, and what is put in its place. Immutable.
 *
 * @param search what is looked for
 * @param replacement with references to groups as {@link Matcher#replaceAll} has them
 * @param whole whether it has to be the whole text
 */
record Replacement(Pattern search, String replacement, boolean whole) {

    /** What was typed, as a replacement; switch over it exhaustively. */
    sealed interface Made {}

    /** It is one. */
    record Usable(Replacement replacement) implements Made {}

    /** It is none, and one sentence says why. */
    record Unusable(String sentence) implements Made {}

    /**
     * Makes a replacement of what was typed.
     *
     * @param regular whether the search is a regular expression
     */
    static Made of(String search, String replacement, boolean matchCase, boolean whole, boolean regular, Texts texts) {
        if (search.isEmpty()) {
            return new Unusable(texts.get("paste.replace.nothing"));
        }
        int flags = (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                | (regular ? Pattern.MULTILINE : Pattern.LITERAL);
        try {
            Replacement made = new Replacement(
                    Pattern.compile(search, flags),
                    regular ? replacement : Matcher.quoteReplacement(replacement),
                    whole);
            return made.groupsExist() ? new Usable(made) : new Unusable(texts.get("paste.replace.group"));
        } catch (PatternSyntaxException bad) {
            return new Unusable(texts.get("paste.replace.pattern", bad.getDescription(), bad.getIndex() + 1));
        }
    }

    /** Whether the replacement refers to groups that the search has, and to no others. */
    private boolean groupsExist() {
        Pattern anything = Pattern.compile(search.pattern() + "|", search.flags() & ~Pattern.LITERAL);
        Matcher empty = (search.flags() & Pattern.LITERAL) == 0 ? anything.matcher("") : search.matcher("");
        if (!empty.find()) {
            return true;
        }
        try {
            empty.appendReplacement(new StringBuilder(), replacement);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException absent) {
            return false;
        }
    }

    /** Replaces everything that is found in a text. */
    Result in(String text) {
        Matcher matcher = search.matcher(new BoundedText(text));
        try {
            return (whole ? matcher.matches() : matcher.find()) ? new Replaced(all(matcher)) : new Missing();
        } catch (BoundedText.Exhausted | StackOverflowError tooLong) {
            return new Unfinished();
        }
    }

    private String all(Matcher matcher) {
        // Neither stops at the whole text only: after it, an expression may find the empty text at its end once more.
        return whole ? matcher.replaceFirst(replacement) : matcher.replaceAll(replacement);
    }

    /** What became of a text; switch over it exhaustively. */
    sealed interface Result {}

    /** Something was found, and replaced. */
    record Replaced(String text) implements Result {}

    /** What is looked for is not in the text. */
    record Missing() implements Result {}

    /** The search takes too long: some expressions try every way to divide a text. */
    record Unfinished() implements Result {}
}
