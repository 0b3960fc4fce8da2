package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.record.Value.Large;
import dev.concord.record.Value.Large.Kind;

/** Reads what the database computes of a value too large to be sent: its size in bytes and its SHA-256 digest. */
public final class LargeValueSummary {
    /** The most bytes of one character in UTF-8. */
    private static final int MOST_BYTES_PER_CHARACTER = 4;

    private LargeValueSummary() {}

    /** Whether the column may hold a large value at all. */
    static boolean possible(Column column) {
        boolean unbounded = column.size() <= 0 || column.size() > Value.LARGE / MOST_BYTES_PER_CHARACTER;
        return unbounded
                && (column.kind() == ValueKind.TEXT
                        || column.kind() == ValueKind.JSON
                        || column.kind() == ValueKind.BINARY);
    }

    /** Reads {@code size:sha256}, or {@code type:size:sha256} where a column's values have types of their own. */
    public static Large read(String mark, Column column) {
        String[] parts = mark.split(":", -1);
        return new Large(
                parts.length > 2 ? kind(parts[0]) : kind(column),
                Long.parseLong(parts[parts.length - 2]),
                parts[parts.length - 1]);
    }

    private static Kind kind(String storageClass) {
        return storageClass.equals("blob") ? Kind.BINARY : Kind.TEXT;
    }

    private static Kind kind(Column column) {
        return switch (column.kind()) {
            case BINARY -> Kind.BINARY;
            case JSON -> Kind.JSON;
            default -> Kind.TEXT;
        };
    }
}
