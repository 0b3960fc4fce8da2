package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.version.Guard.VersionKind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

/** Version steps and clocks for tests. */
final class Steps {
    /** For steps that must not look at it. */
    static final Supplier<Value> NO_CLOCK = () -> {
        throw new AssertionError("The clock is not asked for this");
    };

    private Steps() {}

    static VersionStep of(Column column, VersionKind kind) {
        return new VersionStep(column, new Guard.ByColumn(column.name(), kind));
    }

    static Value dateTime(String text) {
        return new Value.DateTime(LocalDateTime.parse(text));
    }

    static Value moment(String text) {
        return new Value.Moment(OffsetDateTime.parse(text));
    }

    /** A clock somebody stopped. */
    static Supplier<Value> stoppedAt(Value time) {
        return () -> time;
    }
}
