package dev.concord.app.gateway.resource;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The values of one column of a key as parts of ids: digits of numbers, ISO 8601 of dates, hexadecimal digits of bytes, all else as
 * it is. What would be mistaken is escaped: {@code ~} is {@code ~0}; {@code _} is {@code ~1} where it joins values; a point at
 * the beginning, which the last part of an address must not have, is {@code ~2}; the empty text is {@code ~3}; and a text that is
 * not valid is {@code ~4} with the hexadecimal digits of its bytes.
 *
 * @param column the column
 * @param joined whether {@code _} joins its values to those of other columns
 */
record IdText(Column column, boolean joined) {
    private static final String TILDE = "~0";
    private static final String JOIN = "~1";
    private static final String POINT = "~2";
    private static final String EMPTY = "~3";
    private static final String BYTES = "~4";

    /** Returns the text of a value. */
    String of(Value value) {
        if (value instanceof Value.Malformed(Bytes bytes)) {
            return BYTES + bytes.hex();
        }
        String text = WrittenValue.of(value);
        if (text.isEmpty()) {
            return EMPTY;
        }
        String escaped = text.replace("~", TILDE);
        String apart = joined ? escaped.replace("_", JOIN) : escaped;
        return apart.startsWith(".") ? POINT + apart.substring(1) : apart;
    }

    /**
     * Returns the value that has this text. A text in another spelling, such as {@code 007} or an unescaped {@code _}, is none's, except
     * that {@code _} need not be escaped.
     */
    Optional<Value> read(String text) {
        Optional<Value> value =
                text.startsWith(BYTES) ? malformed(text) : unescaped(text).flatMap(this::parsed);
        return value.filter(read -> of(read).equals(joined ? text.replace("_", JOIN) : text));
    }

    private static Optional<Value> malformed(String text) {
        return hex(text.substring(BYTES.length()))
                .map(bytes -> StoredText.ofUtf8(bytes.toArray()))
                .filter(Value.Malformed.class::isInstance);
    }

    private Optional<Value> parsed(String text) {
        if (column.kind() == ValueKind.BINARY) {
            return hex(text).map(Value.Binary::new);
        }
        return TextReader.read(text, column) instanceof ValueReading.Read(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Optional<String> unescaped(String escaped) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < escaped.length()) {
            char character = escaped.charAt(at);
            if (character != '~') {
                text.append(character);
                at++;
                continue;
            }
            switch (at + 1 < escaped.length() ? escaped.charAt(at + 1) : ' ') {
                case '0' -> text.append('~');
                case '1' -> text.append('_');
                case '2' -> text.append('.');
                case '3' -> text.append("");
                default -> {
                    return Optional.empty();
                }
            }
            at += 2;
        }
        return Optional.of(text.toString());
    }

    private static Optional<Bytes> hex(String digits) {
        try {
            return Optional.of(Bytes.of(HexFormat.of().parseHex(digits)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
