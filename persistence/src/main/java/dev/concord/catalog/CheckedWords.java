package dev.concord.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words that a check allows in a column of text: {@code kind in ('early', 'late')}, as each database writes it. PostgreSQL
 * writes {@code (kind)::text = ANY ((ARRAY['early'::character varying, …])::text[])}.
 */
final class CheckedWords {
    private static final String CAST = "(?:\\s*::\\s*[\\w ]+(?:\\(\\d+\\))?(?:\\[])?)?";
    /** MySQL escapes the quotation marks of all words, MariaDB those within words; H2 has escapes of its own. */
    private static final String WORD = "(?:_\\w+\\s*\\\\'(?<escaped>[^'\\\\]*)\\\\'|u&'(?<coded>(?:[^']|'')*)'"
            + "|(?:_\\w+\\s*)?'(?<plain>(?:[^'\\\\]|''|\\\\')*)')" + CAST;

    private static final String ANY_WORD = WORD.replaceAll("\\?<\\w+>", "?:");
    private static final Pattern CHECK = Pattern.compile(
            "(?:check\\s*)?[\\s(]*[\"`\\[]?(?<column>[^\"`\\[\\]()=]+?)[\"`\\]]?[\\s)]*" + CAST
                    + "[\\s)]*(?:=\\s*(?<only>"
                    + ANY_WORD + ")|(?:\\bin\\s*\\(|=\\s*any\\s*[\\s(]*array\\s*\\[)\\s*(?<words>" + ANY_WORD
                    + "(?:\\s*,\\s*" + ANY_WORD + ")*)\\s*[)\\]])(?:[\\s)]*" + CAST + ")*[\\s)]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EACH = Pattern.compile(WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\\\(?:(\\\\)|(\\p{XDigit}{4})|\\+(\\p{XDigit}{6}))");

    private CheckedWords() {}

    /** Returns the table with the words that its checks allow in its columns of text. */
    static Table of(Table table) {
        return table.checks().isEmpty()
                ? table
                : table.with(table.columns().stream()
                        .map(column -> column.kind() == ValueKind.TEXT
                                ? of(column, table).map(column::allowing).orElse(column)
                                : column)
                        .toList());
    }

    private static Optional<List<String>> of(Column column, Table table) {
        return table.checks().stream()
                .filter(check -> check.columns().equals(List.of(column.name())))
                .flatMap(check -> words(check.expression(), column.name()).stream())
                .findFirst();
    }

    /** Returns the words where a check says nothing but that a column is one of them. */
    static Optional<List<String>> words(String expression, String column) {
        Matcher check = CHECK.matcher(expression.strip());
        if (!check.matches() || !check.group("column").strip().equalsIgnoreCase(column)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Matcher each = EACH.matcher(Objects.requireNonNullElse(check.group("words"), check.group("only")));
        while (each.find()) {
            words.add(word(each));
        }
        return Optional.of(List.copyOf(words));
    }

    private static String word(Matcher each) {
        String escaped = each.group("escaped");
        String coded = each.group("coded");
        return escaped != null
                ? escaped
                : coded != null
                        ? decoded(coded.replace("''", "'"))
                        : each.group("plain").replace("''", "'").replace("\\'", "'");
    }

    /** The characters that SQL's Unicode escapes stand for. */
    private static String decoded(String text) {
        return CODE.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(
                        code.group(1) != null
                                ? "\\"
                                : Character.toString(
                                        Integer.parseInt(code.group(2) != null ? code.group(2) : code.group(3), 16))));
    }
}
