package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * H2's arrays as text. H2 writes {@code ['a, b']} in the same way as {@code ['a', 'b']}, and reads any text as an array of that
 * one text. So texts are quoted here, {@code ["a, b", null]}, other items stay as H2 writes them, and an array is bound item
 * by item.
 */
final class H2Arrays {
    /** H2's own code and SQLSTATE for a value that cannot be converted. */
    private static final int UNCONVERTIBLE = 22018;

    private static final Pattern ITEM =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\[\\]{}()\",]+)", Pattern.DOTALL);

    /** Types whose items H2 would convert to other values than the text shows. */
    private static final Pattern MISREAD = Pattern.compile("JSON|BINARY");

    private final String text;
    private int at;

    private H2Arrays(String text) {
        this.text = text;
    }

    static boolean in(Column column) {
        return column.typeName().endsWith(" ARRAY");
    }

    /** Reads an array, or the text the database has made of the beginning of one. */
    static Value read(ResultSet result, int index, Column column) throws SQLException {
        return result.getObject(index) instanceof Array array && ofTexts(array)
                ? new Value.Other(column.typeName(), quoted(array))
                : JdbcValues.other(result.getString(index), column);
    }

    /**
     * Returns the items of a text, other arrays among them, for H2 to convert to the column's type.
     *
     * @throws SQLException when the text is not that of an array, or H2 would make other items of what is written
     */
    static @Nullable Object[] items(String text, Column column) throws SQLException {
        H2Arrays reader = new H2Arrays(text.strip());
        @Nullable Object[] items = reader.array();
        if (reader.at != reader.text.length()
                || MISREAD.matcher(column.typeName()).lookingAt()) {
            throw reader.malformed();
        }
        return items;
    }

    private static boolean ofTexts(Array array) throws SQLException {
        for (Object item : (Object[]) array.getArray()) {
            if (!(item == null || item instanceof String || (item instanceof Array inner && ofTexts(inner)))) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(Array array) throws SQLException {
        List<String> written = new ArrayList<>();
        for (Object item : (Object[]) array.getArray()) {
            written.add(
                    switch (item) {
                        case null -> "null";
                        case Array inner -> quoted(inner);
                        default -> '"' + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
                    });
        }
        return "[" + String.join(", ", written) + "]";
    }

    private @Nullable Object[] array() throws SQLException {
        List<@Nullable Object> items = new ArrayList<>();
        expect('[');
        if (!next(']')) {
            items.add(item());
            while (next(',')) {
                items.add(item());
            }
            expect(']');
        }
        return items.toArray();
    }

    private @Nullable Object item() throws SQLException {
        skipSpaces();
        if (text.startsWith("[", at)) {
            return array();
        }
        Matcher item = ITEM.matcher(text).region(at, text.length());
        if (!item.lookingAt()) {
            throw malformed();
        }
        at = item.end();
        if (item.group(1) != null) {
            return item.group(1).replaceAll("(?s)\\\\(.)", "$1");
        }
        String word = item.group(2).strip();
        return word.equalsIgnoreCase("null") ? null : word;
    }

    private void expect(char wanted) throws SQLException {
        if (!next(wanted)) {
            throw malformed();
        }
    }

    private boolean next(char wanted) {
        skipSpaces();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SQLException malformed() {
        return new SQLException("Not the text of an array", String.valueOf(UNCONVERTIBLE), UNCONVERTIBLE);
    }
}
