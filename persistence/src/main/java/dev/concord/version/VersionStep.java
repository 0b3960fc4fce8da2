package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the version of one table's rows moves. A version must never return to a value it had, or a stale write would not be
 * noticed: so timestamps always increase, and integers end at the largest one instead of starting again.
 *
 * @param column the version column
 * @param by what moves it
 */
public record VersionStep(Column column, Guard.ByVersion by) {
    /**
     * Whether writes assign the version. Where they do not, the database moves it itself, and a write only compares it
     * and reads it back.
     */
    public boolean assigned() {
        boolean ours =
                switch (by) {
                    case Guard.ByColumn byColumn -> byColumn.kind() != Guard.VersionKind.DATABASE;
                    case Guard.ByFunction _ -> true;
                };
        return ours && column.writable();
    }

    /** Whether {@link #next} needs the database's time, for callers that have to know beforehand. */
    public boolean asksForTime() {
        return assigned() && by instanceof Guard.ByColumn byColumn && byColumn.kind() == Guard.VersionKind.TIMESTAMP;
    }

    /**
     * Returns the value to assign after {@code present}. Empty when there is none, and the write must be refused: the
     * column's type can hold no larger one, or the caller's function has not moved. Always empty where nothing is
     * {@linkplain #assigned() assigned}.
     *
     * @param present the present value; NULL for a new row, and for an old row that never had a version
     * @param databaseTime the database's clock, asked only when needed: a {@link Value.DateTime} for columns without
     *     zone, a {@link Value.Moment} for columns with one
     */
    public Optional<Value> next(Value present, Supplier<Value> databaseTime) {
        if (!assigned()) {
            return Optional.empty();
        }
        return switch (by) {
            case Guard.ByColumn byColumn ->
                switch (byColumn.kind()) {
                    case INTEGER -> CounterStep.next(present, column);
                    case TIMESTAMP -> TimestampStep.next(present, databaseTime.get(), column);
                    case UUID -> Optional.of(UuidStep.next(column));
                    case DATABASE -> Optional.empty();
                };
            case Guard.ByFunction function ->
                Optional.of(function.successor().after(present))
                        .filter(next -> !next.isNull() && !stoodStill(present, next));
        };
    }

    /**
     * Whether a write that should have moved the version has not: the row could not be distinguished from the one before, so the
     * write must be rolled back. Checked with the row as read back, because the database may move the version itself.
     *
     * @param before the version the row had
     * @param after the version it has after the write
     */
    public boolean stoodStill(Value before, Value after) {
        return before.equals(after);
    }

    /** Returns why the version does not prove the row unchanged without the digest's help; empty when it does. */
    public Optional<Weakness> weakness() {
        return Weakness.of(column, by, assigned());
    }

    /** Whether the column's type can hold such values at all. */
    boolean possible() {
        return switch (by) {
            case Guard.ByColumn byColumn ->
                switch (byColumn.kind()) {
                    case INTEGER -> CounterStep.possible(column);
                    case TIMESTAMP -> TimestampStep.possible(column);
                    case UUID -> UuidStep.possible(column);
                    case DATABASE -> true;
                };
            case Guard.ByFunction _ -> column.writable();
        };
    }
}
