package dev.concord.store;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.store.Transactions.Ending;
import dev.concord.store.Transactions.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.InsertSetStep;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Inserts a new row, and reads it back with all that defaults, identities and triggers made of it. */
final class Insertion {
    private final OpenTable open;
    private final TableSql sql;
    private final Row values;

    Insertion(OpenTable open, Row values) {
        this.open = open;
        this.sql = open.sql();
        this.values = values;
    }

    InsertOutcome run() {
        return switch (open.transactions().write(this::attempt)) {
            case Ending.Done<InsertOutcome>(InsertOutcome outcome) -> outcome;
            case Ending.Failed<InsertOutcome>(var error) -> open.faults().outcome(error, sql.keyOf(values));
            case Ending.CommitFailed<InsertOutcome>(var error) -> open.faults().commitOutcome(error, sql.keyOf(values));
        };
    }

    private Verdict<InsertOutcome> attempt(DSLContext database) {
        Optional<Outcome.TableChanged> changed = TableShape.changed(database, sql);
        if (changed.isPresent()) {
            return Verdict.undo(changed.get());
        }
        Optional<Row> row = VersionMove.apply(database, open, Value.ofNull(), values);
        if (row.isEmpty()) {
            return Verdict.undo(new Outcome.Refused(Reason.VERSION_EXHAUSTED, ""));
        }
        Optional<Snapshot> inserted =
                insert(database, row.get()).flatMap(key -> open.reader().read(database, key));
        return inserted.map(snapshot -> Verdict.<InsertOutcome>keep(new Outcome.Saved(snapshot)))
                .orElseGet(() -> Verdict.undo(new Outcome.Refused(Reason.SUPPRESSED, "")));
    }

    /** Returns the key the database gave the row; empty when a trigger swallowed it. */
    private Optional<RecordKey> insert(DSLContext database, Row row) {
        List<Field<Value>> key = sql.keyColumns().stream().map(sql::unqualified).toList();
        InsertSetStep<Record> into = database.insertInto(sql.from());
        Insert<Record> insert = row.isEmpty() ? into.defaultValues() : into.set(assignments(row));
        Optional<Record> made =
                switch (sql.dialect()) {
                    // Written out, because jOOQ asks SQLite for the last row inserted, which may be another one.
                    case POSTGRESQL, MARIADB, SQLITE ->
                        database.resultQuery("{0} returning {1}", insert, DSL.list(key))
                                .coerce(key)
                                .fetchOptional();
                    case H2 ->
                        database.resultQuery("select {1} from final table ({0})", insert, DSL.list(key))
                                .coerce(key)
                                .fetchOptional();
                    case MYSQL ->
                        Optional.ofNullable(database.insertInto(sql.from())
                                .set(assignments(row))
                                .returning(key)
                                .fetchOne());
                };
        return made.map(record -> new RecordKey(sql.table().id(), keyRow(record, key)));
    }

    private Row keyRow(Record record, List<Field<Value>> key) {
        Row row = Row.EMPTY;
        for (Field<Value> field : key) {
            row = row.with(field.getName(), record.get(field));
        }
        return row;
    }

    private Map<Field<Value>, Value> assignments(Row row) {
        Map<Field<Value>, Value> assignments = new LinkedHashMap<>();
        row.values().forEach((column, value) -> assignments.put(sql.stored(column), value));
        return assignments;
    }
}
