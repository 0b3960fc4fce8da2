package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.VersionStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Adds the moved version to the values about to be written. */
final class VersionMove {
    private VersionMove() {}

    /**
     * Returns the values with the next version among them; empty when the version column can hold no next one. A
     * version the database makes itself, or one the writer set, is left alone.
     */
    static Optional<Row> apply(Transaction transaction, OpenTable open, Value present, Row values) throws SQLException {
        return apply(open, present, values, clock(transaction, open, List.of(values)));
    }

    /** The database's clock if one of the writes needs it; NULL if none does. */
    static Value clock(Transaction transaction, OpenTable open, List<Row> writes) throws SQLException {
        for (Row values : writes) {
            if (needsClock(open, values)) {
                Column column = moved(open, values).orElseThrow().column();
                return DatabaseClock.now(transaction, open, column);
            }
        }
        return Value.ofNull();
    }

    /** The same, when the clock has been asked already. */
    static Optional<Row> apply(OpenTable open, Value present, Row values, Value clock) {
        Optional<VersionStep> step = moved(open, values);
        if (step.isEmpty()) {
            return Optional.of(values);
        }
        Column column = step.get().column();
        return step.get().next(present, () -> clock).map(next -> values.with(column.name(), next));
    }

    /** Whether a write of those values assigns the version. */
    static boolean needed(OpenTable open, Row values) {
        return moved(open, values).isPresent();
    }

    /** Whether the database's clock has to be asked before the write. */
    static boolean needsClock(OpenTable open, Row values) {
        return moved(open, values)
                .filter(step -> step.kind() == VersionKind.TIMESTAMP)
                .isPresent();
    }

    private static Optional<VersionStep> moved(OpenTable open, Row values) {
        return open.guard()
                .version()
                .filter(v -> v.column().writable())
                .filter(v -> !values.has(v.column().name()));
    }
}
