package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.DatabaseClock;
import dev.concord.sql.Transaction;
import dev.concord.version.Guard;
import dev.concord.version.VersionStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Adds the next version to the values to be written. */
final class VersionMove {
    private VersionMove() {}

    /**
     * Returns the values with the next version among them; empty when there is no next one. A version the database
     * makes itself, or one the writer set, is left alone.
     */
    static Optional<Row> apply(Transaction transaction, OpenTable open, Value present, Row values) throws SQLException {
        boolean timed = assigned(open, values).filter(VersionStep::asksForTime).isPresent();
        return apply(open, present, values, timed ? clock(transaction, open, List.of(values)) : Value.ofNull());
    }

    /** Returns the database's time if one of the writes needs it; NULL if none does. */
    static Value clock(Transaction transaction, OpenTable open, List<Row> writes) throws SQLException {
        for (Row values : writes) {
            Optional<VersionStep> step = assigned(open, values).filter(VersionStep::asksForTime);
            if (step.isPresent()) {
                return DatabaseClock.now(transaction, open.access(), step.get().column());
            }
        }
        return Value.ofNull();
    }

    /** Returns the same when the database's time is known. */
    static Optional<Row> apply(OpenTable open, Value present, Row values, Value clock) {
        Optional<VersionStep> step = assigned(open, values);
        if (step.isEmpty()) {
            return Optional.of(values);
        }
        Column column = step.get().column();
        return step.get().next(present, () -> clock).map(next -> values.with(column.name(), next));
    }

    /** Whether a write of those values assigns the version. */
    static boolean needed(OpenTable open, Row values) {
        return assigned(open, values).isPresent();
    }

    /** Returns why there is no next version: the type's largest is reached, or a caller's function returned the same. */
    static Refused impossible(OpenTable open, Value present) {
        boolean byFunction = open.guard()
                .version()
                .filter(step -> step.by() instanceof Guard.ByFunction)
                .isPresent();
        return new Refused(byFunction ? Reason.VERSION_STOOD_STILL : Reason.VERSION_EXHAUSTED, present.text());
    }

    /** Whether the next version is known without reading it or the time first, and needs no check afterwards. */
    static boolean knownBeforehand(OpenTable open, Row values) {
        boolean byDatabase =
                open.guard().provingColumn().filter(step -> !step.assigned()).isPresent();
        boolean byClock =
                assigned(open, values).filter(VersionStep::asksForTime).isPresent();
        return !byDatabase && !byClock;
    }

    /**
     * Whether a version that the database moves is the same as before the write, so that it proves nothing. Where the digest
     * is the proof this is allowed: a time of whole seconds, or a column computed from others, often stays the same.
     */
    static boolean stoodStill(OpenTable open, Value before, Row after, Row written) {
        Optional<VersionStep> step = open.guard().provingColumn();
        if (step.isEmpty()) {
            return false;
        }
        String column = step.get().column().name();
        return !written.has(column) && after.has(column) && step.get().stoodStill(before, after.get(column));
    }

    private static Optional<VersionStep> assigned(OpenTable open, Row values) {
        Optional<VersionStep> step = open.guard().version();
        return step.isPresent()
                        && step.get().assigned()
                        && !values.has(step.get().column().name())
                ? step
                : Optional.empty();
    }
}
