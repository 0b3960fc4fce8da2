package dev.concord.store;

import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.version.VersionStep;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Deletes a row if it is still as it was read; guarded exactly as an update is. */
final class GuardedDelete {
    private final OpenTable open;
    private final TableSql sql;
    private final RecordKey key;
    private final Optional<VersionToken> expected;

    GuardedDelete(OpenTable open, RecordKey key, Optional<VersionToken> expected) {
        this.open = open;
        this.sql = open.sql();
        this.key = key;
        this.expected = expected;
    }

    DeleteOutcome run() {
        GuardedWrite<RecordKey> write = new GuardedWrite<>(open, key, expected);
        return switch (write.run(this::attempt)) {
            case GuardedWrite.Result.Written<RecordKey>(RecordKey deleted) -> new Outcome.Deleted(deleted);
            case GuardedWrite.Result.NotWritten<RecordKey>(Outcome.Rejected(List<Violation> violations)) ->
                new Outcome.Rejected(
                        violations.stream().map(GuardedDelete::asOfDeleting).toList());
            case GuardedWrite.Result.NotWritten<RecordKey>(Outcome.Unwritten why) -> why;
        };
    }

    /** SQLite has one error for both directions of a reference; a row that goes away can break only one. */
    private static Violation asOfDeleting(Violation violation) {
        return violation.kind() == Violation.Kind.FOREIGN_KEY
                ? new Violation(Violation.Kind.STILL_REFERENCED, List.of(), violation.constraint(), violation.detail())
                : violation;
    }

    private Try<RecordKey> attempt(DSLContext database) {
        Optional<Outcome.TableChanged> changed = TableShape.changed(database, sql);
        if (changed.isPresent()) {
            return new Try.Refused<>(changed.get());
        }
        Optional<VersionStep> proof = open.guard().provingColumn();
        if (proof.isPresent() && expected.orElse(null) instanceof VersionToken.OfColumn token) {
            return delete(database, sql.is(proof.get().column().name(), token.value()));
        }
        Optional<Snapshot> present = open.reader().readLocked(database, key, RowReader.Hold.FOR_DELETE);
        if (present.isEmpty()
                || (expected.isPresent() && !expected.equals(present.get().token()))) {
            return new Try.Missed<>();
        }
        return delete(database, DSL.noCondition());
    }

    private Try<RecordKey> delete(DSLContext database, Condition unchanged) {
        int rows = database.deleteFrom(sql.from())
                .where(sql.is(key).and(unchanged))
                .execute();
        if (rows > 1) {
            return Try.refused(Reason.NOT_UNIQUE, "");
        }
        return rows == 0 ? new Try.Missed<>() : new Try.Written<>(key);
    }
}
