package dev.concord.store;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.version.VersionStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Writes a draft's changes to the row it was made from. With a version column that proves it, one UPDATE carries the
 * expected version in its WHERE. Otherwise the row is locked, read whole and compared before it is written.
 */
final class GuardedUpdate {
    private final OpenTable open;
    private final TableSql sql;
    private final Snapshot base;
    private final Row changes;
    private final Optional<VersionToken> expected;

    GuardedUpdate(OpenTable open, Snapshot base, Row changes, Optional<VersionToken> expected) {
        this.open = open;
        this.sql = open.sql();
        this.base = base;
        this.changes = changes;
        this.expected = expected;
    }

    SaveOutcome run() {
        GuardedWrite<Snapshot> write = new GuardedWrite<>(open, base.key(), expected);
        return switch (write.run(this::attempt)) {
            case GuardedWrite.Result.Written<Snapshot>(Snapshot saved) -> new Outcome.Saved(saved);
            case GuardedWrite.Result.NotWritten<Snapshot>(Outcome.Unwritten why) -> why;
        };
    }

    private Try<Snapshot> attempt(DSLContext database) {
        Optional<Outcome.TableChanged> changed = TableShape.changed(database, sql);
        if (changed.isPresent()) {
            return new Try.Refused<>(changed.get());
        }
        Optional<VersionStep> proof = open.guard().provingColumn();
        if (proof.isPresent() && expected.orElse(null) instanceof VersionToken.OfColumn token) {
            return update(database, token.value(), sql.is(proof.get().column().name(), token.value()));
        }
        Optional<Snapshot> present = open.reader().readLocked(database, base.key(), hold());
        if (present.isEmpty()
                || (expected.isPresent() && !expected.equals(present.get().token()))) {
            return new Try.Missed<>();
        }
        return update(database, open.guard().versionOf(present.get().row()), DSL.noCondition());
    }

    private Try<Snapshot> update(DSLContext database, Value version, Condition unchanged) {
        Optional<Row> values = VersionMove.apply(database, open, version, changes);
        if (values.isEmpty()) {
            return Try.refused(Reason.VERSION_EXHAUSTED, version.text());
        }
        int rows = database.update(sql.from())
                .set(assignments(values.get()))
                .where(sql.is(base.key()).and(unchanged))
                .execute();
        if (rows > 1) {
            return Try.refused(Reason.NOT_UNIQUE, "");
        }
        return rows == 0 ? new Try.Missed<>() : readBack(database);
    }

    private Try<Snapshot> readBack(DSLContext database) {
        RecordKey now = sql.keyOf(base.row().withAll(changes));
        return open.reader()
                .read(database, now)
                .<Try<Snapshot>>map(Try.Written::new)
                .orElseGet(() -> Try.refused(Reason.SUPPRESSED, "The row is not there after writing it."));
    }

    private Map<Field<Value>, Value> assignments(Row values) {
        return values.values().entrySet().stream()
                .collect(Collectors.toMap(entry -> sql.stored(entry.getKey()), Map.Entry::getValue));
    }

    private RowReader.Hold hold() {
        List<String> key = sql.keyColumns();
        return changes.values().keySet().stream().anyMatch(key::contains)
                ? RowReader.Hold.FOR_DELETE
                : RowReader.Hold.FOR_UPDATE;
    }
}
