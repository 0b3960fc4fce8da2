package dev.concord.catalog;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * The characters that a column can hold. Where the database stores text as UTF-8 or UTF-16 these are all; in older character sets
 * they are few, and what is missing would be rejected, or replaced by a question mark, when it is saved.
 *
 * <p>The tables are Java's, for those sets in which Java and the server agree about every character. Of other sets
 * only the server knows what they hold. Immutable.
 *
 * @param name the database's own name of the set; empty where it does not matter
 * @param least the smallest number of a character
 * @param most the largest number of a character
 * @param java Java's table of the same characters; empty where all between the two numbers are held, or only the server knows
 * @param more characters that the server has beyond Java's table
 */
public record CharacterSet(String name, int least, int most, Optional<Charset> java, String more) {
    /** Every character there is. */
    public static final CharacterSet ALL =
            new CharacterSet("", Character.MIN_CODE_POINT, Character.MAX_CODE_POINT, Optional.empty(), "");

    /** The control characters that MariaDB keeps in the places which windows-1252 leaves free. */
    private static final String FREE_IN_1252 = "\u0081\u008d\u008f\u0090\u009d";

    private static final Map<String, String> OF_MARIADB = Map.ofEntries(
            Map.entry("ascii", "US-ASCII"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("macce", "x-MacCentralEurope"),
            Map.entry("macroman", "x-MacRoman"));

    private static final Map<String, String> OF_POSTGRES = Map.ofEntries(
            Map.entry("LATIN1", "ISO-8859-1"),
            Map.entry("LATIN2", "ISO-8859-2"),
            Map.entry("LATIN3", "ISO-8859-3"),
            Map.entry("LATIN4", "ISO-8859-4"),
            Map.entry("LATIN5", "ISO-8859-9"),
            Map.entry("LATIN7", "ISO-8859-13"),
            Map.entry("LATIN9", "ISO-8859-15"),
            Map.entry("LATIN10", "ISO-8859-16"),
            Map.entry("ISO_8859_5", "ISO-8859-5"),
            Map.entry("ISO_8859_6", "ISO-8859-6"),
            Map.entry("ISO_8859_7", "ISO-8859-7"),
            Map.entry("ISO_8859_8", "ISO-8859-8"),
            Map.entry("WIN1250", "windows-1250"),
            Map.entry("WIN1251", "windows-1251"),
            Map.entry("WIN1252", "windows-1252"),
            Map.entry("WIN1253", "windows-1253"),
            Map.entry("WIN1254", "windows-1254"),
            Map.entry("WIN1255", "windows-1255"),
            Map.entry("WIN1256", "windows-1256"),
            Map.entry("WIN1257", "windows-1257"),
            Map.entry("WIN1258", "windows-1258"),
            Map.entry("WIN866", "IBM866"),
            Map.entry("WIN874", "x-windows-874"),
            Map.entry("KOI8R", "KOI8-R"),
            Map.entry("KOI8U", "KOI8-U"));

    /** Returns the characters of a column of MariaDB or MySQL; the name is empty for a column of no text. */
    public static CharacterSet ofMariaDb(String name) {
        return switch (name) {
            case "", "binary" -> ALL;
            // At most three bytes for a character, or two.
            case "utf8", "utf8mb3", "ucs2" ->
                new CharacterSet(name, Character.MIN_CODE_POINT, Character.MAX_VALUE, Optional.empty(), "");
            default ->
                new CharacterSet(
                        name,
                        Character.MIN_CODE_POINT,
                        Character.MAX_CODE_POINT,
                        table(OF_MARIADB, name),
                        name.equals("latin1") ? FREE_IN_1252 : "");
        };
    }

    /** Returns the characters of PostgreSQL's texts by the encoding of the database: never U+0000. */
    public static CharacterSet ofPostgres(String encoding) {
        return new CharacterSet(encoding, 1, Character.MAX_CODE_POINT, table(OF_POSTGRES, encoding), "");
    }

    private static Optional<Charset> table(Map<String, String> names, String name) {
        // Java's runtime may have been made without its rarer tables.
        return Optional.ofNullable(names.get(name)).filter(Charset::isSupported).map(Charset::forName);
    }

    /** Returns the first character of a text that is known not to be in the set; empty where there is none. */
    public Optional<String> missing(String text) {
        Optional<CharsetEncoder> encoder = java.map(Charset::newEncoder);
        boolean whole = encoder.map(table -> table.canEncode(text)).orElse(most == Character.MAX_CODE_POINT);
        if (whole && (least == 0 || text.indexOf(0) < 0)) {
            return Optional.empty();
        }
        return text.codePoints()
                .filter(point -> point < least || point > most)
                .mapToObj(Character::toString)
                .findFirst()
                .or(() -> encoder.flatMap(table -> notIn(table, text)));
    }

    private Optional<String> notIn(CharsetEncoder table, String text) {
        return text.codePoints()
                .filter(point -> more.indexOf(point) < 0)
                .mapToObj(Character::toString)
                .filter(character -> !table.canEncode(character))
                .findFirst();
    }
}
