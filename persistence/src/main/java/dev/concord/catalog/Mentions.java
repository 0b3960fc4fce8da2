package dev.concord.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the columns an SQL expression mentions, for databases that do not list them. */
final class Mentions {
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'"
            + "|\"(?<double>(?:[^\"]|\"\")*)\"|`(?<back>(?:[^`]|``)*)`|\\[(?<bracket>[^\\]]*)\\]"
            + "|(?<bare>[\\p{L}_][\\p{L}\\p{N}_$]*)");

    private Mentions() {}

    /** Returns the columns of the list that the expression names, in the list's order; names are compared without case. */
    static List<String> of(String expression, List<Column> columns) {
        Set<String> words = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(expression);
        while (token.find()) {
            for (String group : new String[] {"double", "back", "bracket", "bare"}) {
                String word = token.group(group);
                if (word != null) {
                    words.add(word.replace("\"\"", "\"").replace("``", "`"));
                }
            }
        }
        return columns.stream()
                .map(Column::name)
                .filter(name -> words.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
    }
}
