package dev.concord.store;

import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the preconditions of a write that need no database. */
final class WritePreconditions {
    private WritePreconditions() {}

    /** Checks that the table's rows can be written. */
    static Optional<Failure> toTable(Table table, boolean databaseReadOnly) {
        if (databaseReadOnly) {
            return Optional.of(new Refused(Reason.READ_ONLY, ""));
        }
        return table.readOnlyReason()
                .map(reason -> new Refused(
                        reason == Table.ReadOnlyReason.NOT_PERMITTED ? Reason.NOT_PERMITTED : Reason.READ_ONLY,
                        reason.name()));
    }

    /** Checks that a key has the columns of the table's key. */
    static Optional<Failure> ofKey(List<String> keyColumns, RecordKey key) {
        return key.columns().columns().list().containsAll(keyColumns)
                ? Optional.empty()
                : Optional.of(new Outcome.TableChanged("A row is named by: " + String.join(", ", keyColumns)));
    }

    /** Checks that the values belong to columns the table has, and are not too large. */
    static Optional<Failure> ofValues(Set<String> columns, Row values) {
        return ofColumns(columns, values).or(() -> ofSizes(values));
    }

    private static Optional<Failure> ofSizes(Row values) {
        for (String column : values.columns().list()) {
            if (values.get(column) instanceof Value.Large) {
                return Optional.of(new Refused(Reason.TOO_LARGE, column));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> ofColumns(Set<String> columns, Row values) {
        if (columns.containsAll(values.columns().list())) {
            return Optional.empty();
        }
        TreeSet<String> unknown = new TreeSet<>(values.columns().list());
        unknown.removeAll(columns);
        return Optional.of(new Outcome.TableChanged("No longer there: " + String.join(", ", unknown)));
    }

    /** Checks that a row has exactly the columns the table has. */
    static Optional<Failure> ofWholeRow(Set<String> columns, Row row) {
        List<String> known = row.columns().list();
        if (known.size() == columns.size() && columns.containsAll(known)) {
            return Optional.empty();
        }
        TreeSet<String> missing = new TreeSet<>(columns);
        missing.removeAll(known);
        return missing.isEmpty()
                ? ofColumns(columns, row)
                : Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", missing)));
    }
}
