package dev.concord.version;

import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The byte string of {@code docs/checksum.md}, written down as plainly as the page says it and with no care for speed. */
public final class CanonicalBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CanonicalBytes() {}

    /** Returns what SHA-256 is computed over when every column of the row counts. */
    public static byte[] of(String table, Row row) {
        CanonicalBytes canonical = new CanonicalBytes();
        try {
            canonical.row(table, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return canonical.bytes.toByteArray();
    }

    private void row(String table, Row row) throws IOException {
        out.write(1);
        sized(utf8(table));
        List<String> columns = row.values().keySet().stream()
                .sorted((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)))
                .toList();
        for (String column : columns) {
            Value value = row.get(column);
            sized(utf8(column));
            out.writeByte(tag(value));
            out.writeBoolean(value.isNull());
            write(value);
        }
    }

    private static char tag(Value value) {
        return switch (value) {
            case Value.Null none -> '0';
            case Value.Text text -> 'T';
            case Value.Malformed malformed -> 'T';
            case Value.Exact exact -> 'N';
            case Value.Float32 single -> 'f';
            case Value.Float64 twice -> 'F';
            case Value.Bool bool -> 'B';
            case Value.Date date -> 'd';
            case Value.Time time -> 't';
            case Value.DateTime dateTime -> 'D';
            case Value.Moment moment -> 'M';
            case Value.Uuid uuid -> 'U';
            case Value.Json json -> 'J';
            case Value.Binary binary -> 'X';
            case Value.Other other -> 'O';
            case Value.Large large ->
                switch (large.kind()) {
                    case TEXT -> 'T';
                    case JSON -> 'J';
                    case BINARY -> 'X';
                };
        };
    }

    private void write(Value value) throws IOException {
        switch (value) {
            case Value.Null none -> {}
            case Value.Text text -> unbounded(utf8(text.text()));
            case Value.Malformed malformed -> unbounded(malformed.bytes().toArray());
            case Value.Exact exact -> sized(utf8(exact.number().toPlainString()));
            case Value.Float32 single -> {
                out.writeLong(Float.BYTES);
                out.writeFloat(single.number());
            }
            case Value.Float64 twice -> {
                out.writeLong(Double.BYTES);
                out.writeDouble(twice.number());
            }
            case Value.Bool bool -> {
                out.writeLong(1);
                out.writeBoolean(bool.truth());
            }
            case Value.Date date -> {
                out.writeLong(Long.BYTES);
                out.writeLong(date.date().toEpochDay());
            }
            case Value.Time time -> {
                out.writeLong(Long.BYTES);
                out.writeLong(time.time().toNanoOfDay());
            }
            case Value.DateTime dateTime -> {
                LocalDateTime at = dateTime.dateTime();
                out.writeLong(2 * Long.BYTES);
                out.writeLong(at.toLocalDate().toEpochDay());
                out.writeLong(at.toLocalTime().toNanoOfDay());
            }
            case Value.Moment moment -> {
                OffsetDateTime at = moment.moment();
                out.writeLong(2 * Long.BYTES);
                out.writeLong(at.toEpochSecond());
                out.writeInt(at.getNano());
                out.writeInt(at.getOffset().getTotalSeconds());
            }
            case Value.Uuid uuid -> {
                out.writeLong(2 * Long.BYTES);
                out.writeLong(uuid.uuid().getMostSignificantBits());
                out.writeLong(uuid.uuid().getLeastSignificantBits());
            }
            case Value.Json json -> unbounded(utf8(json.text()));
            case Value.Binary binary -> unbounded(binary.bytes().toArray());
            case Value.Other other -> sized(utf8(other.text()));
            case Value.Large large -> {
                out.writeLong(large.size());
                out.write(HexFormat.of().parseHex(large.sha256()));
            }
        }
    }

    private void unbounded(byte[] content) throws IOException {
        if (content.length <= Value.LARGE) {
            sized(content);
            return;
        }
        try {
            out.writeLong(content.length);
            out.write(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sized(byte[] content) throws IOException {
        out.writeLong(content.length);
        out.write(content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
