package dev.concord.version;

import dev.concord.record.Value;
import dev.concord.record.Value.Large;
import dev.concord.record.Value.Large.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a value too large to be held counts as. One that is held all the same, because it was just typed, counts alike. */
final class LargeValue {
    private static final int MOST_BYTES_PER_CHAR = 3;

    private LargeValue() {}

    /** Returns the value, or what stands for it where it is too large. */
    static Value instead(Value value) {
        return switch (value) {
            case Value.Text text -> ofText(value, text.text(), Kind.TEXT);
            case Value.Json json -> ofText(value, json.text(), Kind.JSON);
            case Value.Binary binary
            when binary.bytes().size() > Value.LARGE ->
                large(Kind.BINARY, binary.bytes().toArray());
            default -> value;
        };
    }

    private static Value ofText(Value value, String text, Kind kind) {
        if (text.length() <= Value.LARGE / MOST_BYTES_PER_CHAR) {
            return value;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length > Value.LARGE ? large(kind, utf8) : value;
    }

    private static Large large(Kind kind, byte[] bytes) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Large(kind, bytes.length, HexFormat.of().formatHex(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }
}
