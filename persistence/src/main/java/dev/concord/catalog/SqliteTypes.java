package dev.concord.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite's declared types. A column's affinity follows the rules of https://sqlite.org/datatype3.html; a row may hold a
 * value of any type, which is read as it is stored.
 *
 * <p>Where the affinity is NUMERIC the declared word decides: for amounts and booleans (0 and 1) the values are numbers,
 * while dates, times, UUIDs and JSON are text, which that affinity keeps unchanged.
 */
final class SqliteTypes {
    private static final Pattern SIZE =
            Pattern.compile("\\(\\s*(?<size>\\d{1,9})\\s*(?:,\\s*(?<scale>\\d{1,9})\\s*)?\\)");
    private static final Pattern NUMBER = Pattern.compile("NUM|DEC|MONEY|CURRENCY|BOOL|BIT");

    private SqliteTypes() {}

    static ValueKind kind(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return ValueKind.INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return ValueKind.TEXT;
        }
        if (type.contains("BLOB")) {
            return ValueKind.BINARY;
        }
        if (type.isEmpty() || type.equals("ANY")) {
            return ValueKind.OTHER;
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return ValueKind.FLOAT64;
        }
        return NUMBER.matcher(type).find() ? ValueKind.NUMERIC : ValueKind.TEXT;
    }

    /** Returns the declared word without its size. */
    static String name(String declared) {
        return SIZE.matcher(declared).replaceFirst("").strip();
    }

    /** Returns the declared length or precision, which SQLite itself does not enforce. */
    static int size(String declared) {
        Matcher size = SIZE.matcher(declared);
        return size.find() ? Integer.parseInt(size.group("size")) : 0;
    }

    static int scale(String declared) {
        Matcher size = SIZE.matcher(declared);
        String scale = size.find() ? size.group("scale") : null;
        return scale == null ? 0 : Integer.parseInt(scale);
    }
}
