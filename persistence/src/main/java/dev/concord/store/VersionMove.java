package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.version.VersionStep;
import java.util.Optional;
import org.jooq.DSLContext;

/** Adds the moved version to the values about to be written. */
final class VersionMove {
    private VersionMove() {}

    /**
     * Returns the values with the next version among them; empty when the version column can hold no next one. A
     * version the database makes itself, or one the writer set, is left alone.
     */
    static Optional<Row> apply(DSLContext database, OpenTable open, Value present, Row values) {
        Optional<VersionStep> step = open.guard()
                .version()
                .filter(VersionStep::assigned)
                .filter(v -> !values.has(v.column().name()));
        if (step.isEmpty()) {
            return Optional.of(values);
        }
        Column column = step.get().column();
        return step.get()
                .next(present, () -> DatabaseClock.now(database, open.sql(), column))
                .map(next -> values.with(column.name(), next));
    }
}
