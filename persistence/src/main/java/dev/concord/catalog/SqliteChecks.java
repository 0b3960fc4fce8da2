package dev.concord.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the check constraints in a CREATE TABLE statement, the only place where SQLite keeps them. */
final class SqliteChecks {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|(?<name>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*\\]|[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|--[^\\n]*|/\\*.*?\\*/|(?<open>\\()|(?<close>\\))|(?<end>,)",
            Pattern.DOTALL);

    private SqliteChecks() {}

    static List<Check> in(String createTable, List<Column> columns) {
        List<Check> checks = new ArrayList<>();
        Matcher token = TOKEN.matcher(createTable);
        String constraint = "";
        String previous = "";
        while (token.find()) {
            String word = token.group("name");
            if (word == null) {
                previous = "";
            } else if (previous.equalsIgnoreCase("CONSTRAINT")) {
                constraint = unquoted(word);
                previous = "";
            } else if (word.equalsIgnoreCase("CHECK")) {
                String expression = parenthesised(createTable, token);
                checks.add(new Check(constraint, expression, Mentions.of(expression, columns)));
                constraint = "";
                previous = "";
            } else {
                previous = word;
            }
            if (token.group("end") != null) {
                constraint = "";
            }
        }
        return checks;
    }

    /** Reads up to the closing parenthesis that matches the next opening one; returns the text between them. */
    private static String parenthesised(String text, Matcher token) {
        int depth = 0;
        int start = token.end();
        while (token.find()) {
            if (token.group("open") != null) {
                start = depth == 0 ? token.end() : start;
                depth++;
            } else if (token.group("close") != null) {
                depth--;
                if (depth == 0) {
                    return text.substring(start, token.start()).strip();
                }
            }
        }
        return text.substring(start).strip();
    }

    private static String unquoted(String name) {
        boolean quoted = !name.isEmpty() && "\"`[".indexOf(name.charAt(0)) >= 0;
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
