package dev.concord.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts text from MySQL's information_schema to SQL. MySQL reports a literal default without quotes, and expressions
 * with their quotes and backslashes escaped. MariaDB reports both as SQL.
 */
final class MySqlText {
    private static final String EXPRESSION = "default_generated";
    private static final Pattern ESCAPED = Pattern.compile("\\\\(['\"\\\\])");

    private MySqlText() {}

    /** Returns an expression as SQL. */
    static String expression(String found) {
        return ESCAPED.matcher(found).replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1)));
    }

    /**
     * Returns a default as SQL.
     *
     * @param extra the column's EXTRA in lower case, which distinguishes literals from expressions
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
