package dev.concord.value;

import dev.concord.database.TextStorage;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * How the texts of an SQLite file are read and bound exactly, also those that are not valid in the file's encoding. The driver
 * decodes UTF-8 itself. UTF-16 is converted by SQLite, which makes other characters of unpaired surrogates without any sign;
 * so it is read as hexadecimal digits, which are a text, too, and so differ from bytes.
 */
enum SqliteText {
    UTF_8,
    UTF_16LE,
    UTF_16BE;

    static SqliteText of(TextStorage storage) {
        return switch (storage) {
            case UTF_16LE -> UTF_16LE;
            case UTF_16BE -> UTF_16BE;
            default -> UTF_8;
        };
    }

    /** The expression that reads what another one has, whatever its storage class. */
    String reading(String any) {
        return this == UTF_8 ? any : "case typeof(" + any + ") when 'text' then hex(" + any + ") else " + any + " end";
    }

    /** The expression that reads the first characters of a text, where a character may be a unit of 16 bits. */
    String readingBeginning(String text, String length) {
        return this == UTF_8
                ? "substr(" + text + ", 1, " + length + ")"
                : "substr(hex(" + text + "), 1, " + length + " * " + 2 * Character.BYTES + ")";
    }

    /** Makes a value of a text as the driver decoded it. */
    Value value(String decoded, ResultSet result, int index) throws SQLException {
        if (this != UTF_8) {
            return StoredText.ofChars(chars(HexFormat.of().parseHex(decoded)));
        }
        return StoredText.suspect(decoded) ? StoredText.ofUtf8(result.getBytes(index)) : Value.of(decoded);
    }

    /** Whether a file of this encoding can have the text. */
    boolean holds(Value.Malformed malformed) {
        return this == UTF_8 || StoredText.chars(malformed).isPresent();
    }

    /** The bytes that a cast makes the text of. */
    byte[] stored(Value.Malformed malformed) throws SQLException {
        if (this == UTF_8) {
            return malformed.bytes().toArray();
        }
        String chars = StoredText.chars(malformed).orElseThrow(() -> JdbcValues.unwritable(malformed));
        ByteBuffer bytes = ByteBuffer.allocate(chars.length() * Character.BYTES).order(order());
        bytes.asCharBuffer().put(chars);
        return bytes.array();
    }

    private String chars(byte[] units) {
        CharBuffer chars = ByteBuffer.wrap(units).order(order()).asCharBuffer();
        return chars.toString();
    }

    private ByteOrder order() {
        return this == UTF_16LE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
