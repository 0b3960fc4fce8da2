package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import dev.concord.version.Guard.VersionKind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the value of one version column moves. A version must never come back to a value it had, or a stale write would
 * pass for a fresh one: that is why timestamps are forced upwards and integers end instead of wrapping round.
 *
 * @param column the version column
 * @param kind how it moves
 */
public record VersionStep(Column column, VersionKind kind) {

    /**
     * Returns the value after {@code old}; empty when the column's type can hold no larger one.
     *
     * @param old the present value; NULL for a new row, and for an old row that never had a version
     * @param databaseTime the database's clock, asked only when needed: a {@link Value.DateTime} for columns without
     *     zone, a {@link Value.Moment} for columns with one
     */
    public Optional<Value> next(Value old, Supplier<Value> databaseTime) {
        return switch (kind) {
            case INTEGER -> counter(old);
            case TIMESTAMP -> Optional.of(TimestampStep.next(old, databaseTime.get(), column));
            case UUID -> Optional.of(random());
        };
    }

    /** Whether the column's type can hold such values at all. */
    boolean possible() {
        return switch (kind) {
            case INTEGER ->
                column.kind() == ValueKind.INTEGER
                        || column.kind() == ValueKind.DECIMAL
                        || column.kind() == ValueKind.NUMERIC;
            case TIMESTAMP -> TimestampStep.possible(column);
            case UUID ->
                column.kind() == ValueKind.UUID || column.kind() == ValueKind.TEXT || column.kind() == ValueKind.BINARY;
        };
    }

    /**
     * Whether the version proves the row unchanged without the digest's help. A timestamp of whole seconds does not:
     * other programs write twice within one.
     */
    public boolean soundAlone() {
        return kind != VersionKind.TIMESTAMP || column.scale() > 0;
    }

    private Optional<Value> counter(Value old) {
        BigDecimal present = old instanceof Value.Exact exact ? exact.number() : BigDecimal.ZERO;
        BigDecimal next = present.add(BigDecimal.ONE);
        return next.compareTo(IntegerLimit.of(column)) > 0 ? Optional.empty() : Optional.of(Value.of(next));
    }

    private Value random() {
        UUID uuid = UUID.randomUUID();
        if (column.kind() == ValueKind.UUID) {
            return new Value.Uuid(uuid);
        }
        return column.kind() == ValueKind.BINARY
                ? new Value.Binary(Bytes.of(ByteBuffer.allocate(16)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array()))
                : Value.of(uuid.toString());
    }
}
