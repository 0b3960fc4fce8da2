package dev.concord.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types of MariaDB and MySQL, by information_schema's DATA_TYPE and COLUMN_TYPE.
 *
 * <p>DATETIME is a date and time as written. TIMESTAMP is an instant: the server stores it in UTC and converts it to
 * the session's zone, so two sessions may read one value differently. These servers store BOOLEAN as tinyint(1) or
 * bit(1); a tinyint(1) can hold other numbers too, which must not be read as true.
 */
final class MariaDbTypes {
    private static final Pattern WORD = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    /** How the server writes a quotation mark and characters that are not to be seen. */
    private static final Pattern ESCAPED = Pattern.compile("''|\\\\(.)", Pattern.DOTALL);

    private MariaDbTypes() {}

    static ValueKind kind(String dataType, String columnType, boolean checkedAsJson) {
        String full = columnType.toLowerCase(Locale.ROOT);
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "tinyint" -> full.startsWith("tinyint(1)") ? ValueKind.BOOLEAN : ValueKind.INTEGER;
            case "bit" -> full.equals("bit(1)") ? ValueKind.BOOLEAN : ValueKind.BINARY;
            case "smallint", "mediumint", "int", "integer", "bigint", "year" -> ValueKind.INTEGER;
            case "decimal", "numeric" -> ValueKind.DECIMAL;
            case "float" -> ValueKind.FLOAT32;
            case "double", "real" -> ValueKind.FLOAT64;
            case "date" -> ValueKind.DATE;
            case "time" -> ValueKind.TIME;
            case "datetime" -> ValueKind.TIMESTAMP;
            case "timestamp" -> ValueKind.ZONED_TIMESTAMP;
            case "uuid" -> ValueKind.UUID;
            case "json" -> ValueKind.JSON;
            case "longtext" -> checkedAsJson ? ValueKind.JSON : ValueKind.TEXT;
            case "char", "varchar", "tinytext", "text", "mediumtext" -> ValueKind.TEXT;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "vector" -> ValueKind.BINARY;
            case "enum" -> ValueKind.ENUM;
            default -> ValueKind.OTHER;
        };
    }

    /** A TIME is a span of time, too, and dates may have zeros. */
    static SpecialValues special(ValueKind kind) {
        return switch (kind) {
            case TIME -> SpecialValues.LONG_TIME;
            case DATE, TIMESTAMP, ZONED_TIMESTAMP -> SpecialValues.ZERO_DATE;
            default -> SpecialValues.NONE;
        };
    }

    /** Returns the words of {@code enum('a','b''c')}. */
    static List<String> words(String columnType) {
        if (!columnType.toLowerCase(Locale.ROOT).startsWith("enum(")) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(columnType);
        while (word.find()) {
            words.add(ESCAPED.matcher(word.group(1))
                    .replaceAll(escaped -> Matcher.quoteReplacement(unescaped(escaped.group(1)))));
        }
        return words;
    }

    private static String unescaped(@Nullable String letter) {
        return switch (letter) {
            case null -> "'";
            case "n" -> "\n";
            case "r" -> "\r";
            case "0" -> "\0";
            default -> letter;
        };
    }
}
