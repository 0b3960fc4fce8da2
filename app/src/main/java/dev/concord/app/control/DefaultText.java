package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column's default puts into a new record, as people write it: {@code EUR} and not {@code 'EUR'::bpchar}, and a word for the time
 * of the clock. What is computed in another way is shown as the database writes it. Immutable.
 */
public final class DefaultText {
    private static final String CAST = "(?:\\s*::\\s*[\\w \"]+(?:\\([\\d, ]+\\))?(?:\\[])?)*";
    private static final Pattern QUOTED = Pattern.compile(
            "(?:(?:date|time|timestamp|_\\w+)(?:\\s+with(?:out)?\\s+time\\s+zone)?\\s*)?'((?:[^']|'')*)'" + CAST,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?[\\d.]+(?:e[+-]?\\d+)?)" + CAST, Pattern.CASE_INSENSITIVE);
    private static final Pattern TRUTH = Pattern.compile("(true|false)" + CAST, Pattern.CASE_INSENSITIVE);
    private static final String ARGUMENTS = "(?:\\s*\\(\\s*\\d*\\s*\\))?" + CAST + "(?:\\s+on update .*)?";
    private static final Pattern NOW = Pattern.compile(
            "(?:current_timestamp|localtimestamp|current_time|localtime|now|statement_timestamp|clock_timestamp|transaction_timestamp|sysdate)"
                    + ARGUMENTS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NULL = Pattern.compile("null" + ARGUMENTS, Pattern.CASE_INSENSITIVE);
    private static final Pattern TODAY =
            Pattern.compile("(?:current_date|curdate)" + ARGUMENTS, Pattern.CASE_INSENSITIVE);
    private static final Pattern NEW_UUID = Pattern.compile(
            "(?:random_uuid|uuid|gen_random_uuid|uuidv[47]|uuid_generate_v[14])" + ARGUMENTS, Pattern.CASE_INSENSITIVE);

    private final Texts texts;
    private final ValueText values;
    private final ValueText programs;

    /** Shows values in the locale of the texts. */
    public DefaultText(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
        this.programs = ValueText.ofPrograms(Texts.of(Locale.ROOT));
    }

    /** Returns what a new record gets where nothing is typed; empty where the column has no default. */
    public Optional<String> of(Column column) {
        return column.defaultExpression()
                .map(DefaultText::bare)
                .filter(expression -> !NULL.matcher(expression).matches())
                .map(expression -> of(expression, column));
    }

    private String of(String expression, Column column) {
        if (NOW.matcher(expression).matches()) {
            return texts.get("value.word.now");
        }
        if (TODAY.matcher(expression).matches()) {
            return texts.get("value.word.today");
        }
        if (NEW_UUID.matcher(expression).matches()) {
            return texts.get("value.default.uuid");
        }
        Matcher quoted = QUOTED.matcher(expression);
        if (quoted.matches()) {
            String text = quoted.group(1).replace("''", "'");
            return text.isEmpty()
                    ? texts.get("value.default.empty")
                    : shown(text, column).orElse(text);
        }
        Matcher number = NUMBER.matcher(expression);
        Matcher truth = TRUTH.matcher(expression);
        return number.matches()
                ? shown(number.group(1), column).orElse(expression)
                : truth.matches() ? shown(truth.group(1), column).orElse(expression) : expression;
    }

    private Optional<String> shown(String literal, Column column) {
        return programs.read(literal, column) instanceof Parsed.Read(Value value) && !value.isNull()
                ? Optional.of(values.cell(value, column))
                : Optional.empty();
    }

    /** Without parentheses around all of it. */
    private static String bare(String expression) {
        String text = expression.strip();
        return text.startsWith("(") && text.endsWith(")") && closesAtEnd(text)
                ? bare(text.substring(1, text.length() - 1))
                : text;
    }

    private static boolean closesAtEnd(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at == text.length() - 1;
            }
        }
        return false;
    }
}
