package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;

/** A fresh random UUID in the form a column keeps it: its own type, 36 characters, or 16 bytes. */
final class UuidStep {
    static final int CHARACTERS = 36;
    static final int BYTES = 16;

    private UuidStep() {}

    /** Whether a UUID fits whole: a database that clips it would soon have the same one twice. */
    static boolean possible(Column column) {
        return switch (column.kind()) {
            case UUID -> true;
            case TEXT -> column.size() == 0 || column.size() >= CHARACTERS;
            // MariaDB counts the size of its bit type in bits.
            case BINARY ->
                (column.size() == 0 || column.size() >= BYTES)
                        && !column.typeName().toLowerCase(Locale.ROOT).equals("bit");
            default -> false;
        };
    }

    static Value next(Column column) {
        UUID uuid = UUID.randomUUID();
        if (column.kind() == ValueKind.UUID) {
            return new Value.Uuid(uuid);
        }
        return column.kind() == ValueKind.BINARY
                ? new Value.Binary(Bytes.of(ByteBuffer.allocate(BYTES)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array()))
                : Value.of(uuid.toString());
    }
}
