package dev.concord.catalog;

/**
 * The default of a column as MySQL's information_schema has it: a literal bare, as if it were not SQL, and an expression
 * with its quotes escaped, as if it were in a text. MariaDB's has both as they are written in SQL.
 */
final class MySqlDefault {
    private static final String EXPRESSION = "default_generated";

    private MySqlDefault() {}

    /**
     * Returns the default as SQL has it.
     *
     * @param extra the column's EXTRA in small letters; it tells literals and expressions apart
     */
    static String asSql(String found, ValueKind kind, String extra) {
        if (extra.contains(EXPRESSION)) {
            return found.replace("\\'", "'");
        }
        return switch (kind) {
            // Bits are written b'101', and bytes 0x05.
            case BOOLEAN, INTEGER, DECIMAL, NUMERIC, FLOAT32, FLOAT64, BINARY -> found;
            case TEXT, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, UUID, JSON, ENUM, OTHER ->
                "'" + found.replace("'", "''") + "'";
        };
    }
}
