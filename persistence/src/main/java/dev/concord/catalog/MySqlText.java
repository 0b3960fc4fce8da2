package dev.concord.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as MySQL's information_schema has it: a default that is a literal bare, as if it were not SQL, and expressions with
 * quotes and backslashes escaped, as if they were in a text. MariaDB's has all of it as it is written in SQL.
 */
final class MySqlText {
    private static final String EXPRESSION = "default_generated";
    private static final Pattern ESCAPED = Pattern.compile("\\\\(['\"\\\\])");

    private MySqlText() {}

    /** Returns an expression as SQL has it. */
    static String expression(String found) {
        return ESCAPED.matcher(found).replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1)));
    }

    /**
     * Returns a default as SQL has it.
     *
     * @param extra the column's EXTRA in small letters; it tells literals and expressions apart
     */
    static String byDefault(String found, ValueKind kind, String extra) {
        if (extra.contains(EXPRESSION)) {
            return expression(found);
        }
        return switch (kind) {
            // Bits are written b'101', and bytes 0x05.
            case BOOLEAN, INTEGER, DECIMAL, NUMERIC, FLOAT32, FLOAT64, BINARY -> found;
            case TEXT, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, UUID, JSON, ENUM, OTHER ->
                "'" + found.replace("\\", "\\\\").replace("'", "''") + "'";
        };
    }
}
