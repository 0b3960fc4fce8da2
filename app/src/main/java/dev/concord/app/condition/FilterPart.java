package dev.concord.app.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a typed condition, divided into what it is made of before anybody asks what its words mean in a column. Parts are
 * separated by semicolons: every keyboard has one, spreadsheets use it where the comma is part of a number, and it is in no number
 * and no date of any locale.
 *
 * @param operator what stands before the words
 * @param least the only word, or that before {@code ..}; empty where nothing stands there
 * @param most the word after {@code ..}
 * @param range whether the part has a {@code ..}
 */
record FilterPart(Operator operator, Optional<Word> least, Optional<Word> most, boolean range) {
    private static final String SIGNS = "<>=!≠≤≥";
    private static final Pattern OPERATOR = Pattern.compile("(<>|!=|>=|<=|[=<>!≠≤≥]|)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"(\\*?)", Pattern.DOTALL);

    /** What is asked of the words of a part. */
    enum Operator {
        NONE,
        EQUAL,
        NOT_EQUAL,
        LACKS,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        private static Operator of(String sign) {
            return switch (sign) {
                case "=" -> EQUAL;
                case "<>", "!=", "≠" -> NOT_EQUAL;
                case "!" -> LACKS;
                case "<" -> LESS;
                case "<=", "≤" -> AT_MOST;
                case ">" -> GREATER;
                case ">=", "≥" -> AT_LEAST;
                default -> NONE;
            };
        }

        boolean negative() {
            return this == NOT_EQUAL || this == LACKS;
        }
    }

    /**
     * A word or a text of several words.
     *
     * @param text without the quotation marks around it
     * @param quoted whether it had quotation marks, so that no word in it has a meaning of its own
     * @param beginning whether an asterisk follows it
     */
    record Word(String text, boolean quoted, boolean beginning) {

        private static Optional<Word> of(String written) {
            if (!written.startsWith("\"")) {
                boolean beginning = written.length() > 1 && written.endsWith("*");
                return Optional.of(
                        new Word(beginning ? written.substring(0, written.length() - 1) : written, false, beginning));
            }
            Matcher quoted = QUOTED.matcher(written);
            return quoted.matches()
                    ? Optional.of(new Word(
                            quoted.group(1).replace("\"\"", "\""),
                            true,
                            !quoted.group(2).isEmpty()))
                    : Optional.empty();
        }
    }

    /** Divides a typed text; parts without a character are left out. Empty where a quotation mark is not closed, or not at an end. */
    static Optional<List<FilterPart>> of(String typed) {
        List<FilterPart> parts = new ArrayList<>();
        int from = 0;
        while (from <= typed.length()) {
            int range = -1;
            boolean word = false;
            int at = from;
            while (at < typed.length() && typed.charAt(at) != ';') {
                char character = typed.charAt(at);
                if (character == '"' && !word) {
                    at = closing(typed, at);
                    if (at < 0) {
                        return Optional.empty();
                    }
                    word = true;
                } else if (range < 0 && isRange(typed, at)) {
                    range = at;
                    word = false;
                    at++;
                } else {
                    word = word || (SIGNS.indexOf(character) < 0 && !Character.isWhitespace(character));
                }
                at++;
            }
            if (!typed.substring(from, at).isBlank()) {
                Optional<FilterPart> part = range < 0
                        ? single(typed.substring(from, at).strip())
                        : range(
                                typed.substring(from, range).strip(),
                                typed.substring(range + 2, at).strip());
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
            from = at + 1;
        }
        return Optional.of(parts);
    }

    /** Two points and not three, which end a sentence. */
    private static boolean isRange(String typed, int at) {
        return point(typed, at) && point(typed, at + 1) && !point(typed, at - 1) && !point(typed, at + 2);
    }

    private static boolean point(String typed, int at) {
        return at >= 0 && at < typed.length() && typed.charAt(at) == '.';
    }

    /** Returns where a quoted text ends; -1 where it does not. */
    private static int closing(String typed, int opening) {
        int at = typed.indexOf('"', opening + 1);
        while (at >= 0 && at + 1 < typed.length() && typed.charAt(at + 1) == '"') {
            at = typed.indexOf('"', at + 2);
        }
        return at;
    }

    private static Optional<FilterPart> single(String written) {
        Matcher matcher = OPERATOR.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Operator operator = Operator.of(matcher.group(1));
        return Word.of(matcher.group(2))
                .map(word -> new FilterPart(operator, Optional.of(word), Optional.empty(), false));
    }

    private static Optional<FilterPart> range(String least, String most) {
        Matcher matcher = OPERATOR.matcher(least);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Word> first = Word.of(matcher.group(2));
        Optional<Word> last = Word.of(most);
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(new FilterPart(
                        Operator.of(matcher.group(1)),
                        first.filter(FilterPart::isThere),
                        last.filter(FilterPart::isThere),
                        true));
    }

    private static boolean isThere(Word word) {
        return word.quoted() || !word.text().isEmpty();
    }
}
