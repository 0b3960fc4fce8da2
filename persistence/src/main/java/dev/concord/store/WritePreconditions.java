package dev.concord.store;

import dev.concord.catalog.ColumnRights;
import dev.concord.catalog.Table;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.MissingCharacters;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Violation;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks the preconditions of a write that need no database. */
final class WritePreconditions {
    private WritePreconditions() {}

    /** Checks that the table's rows can be written. */
    static Optional<Failure> toTable(Table table, boolean databaseReadOnly) {
        if (databaseReadOnly) {
            return Optional.of(new Refused(Reason.OPENED_READ_ONLY, ""));
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

    /** Checks that the values belong to columns the table has, are not too large, and are numbers and characters that can be held. */
    static Optional<Failure> ofValues(OpenTable open, Row values) {
        return ofColumns(open.columnNames(), values)
                .or(() -> ofSizes(values))
                .or(() -> ofNumbers(open.sql().dialect(), values))
                .or(() -> ofCharacters(open.table(), values));
    }

    /** MariaDB and MySQL have no numbers that are not finite, and SQLite would make NULL of NaN. */
    private static Optional<Failure> ofNumbers(Dialect dialect, Row values) {
        List<Violation> violations = values.values().entrySet().stream()
                .filter(value -> !holds(dialect, value.getValue()))
                .map(value -> new Violation(Violation.Kind.OUT_OF_RANGE, List.of(value.getKey()), "", ""))
                .toList();
        return violations.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Rejected(violations));
    }

    private static boolean holds(Dialect dialect, Value value) {
        double number =
                switch (value) {
                    case Value.Float32(float single) -> single;
                    case Value.Float64(double twofold) -> twofold;
                    default -> 0;
                };
        return switch (dialect) {
            case H2, POSTGRESQL -> true;
            case MARIADB, MYSQL -> Double.isFinite(number);
            case SQLITE -> !Double.isNaN(number);
        };
    }

    private static Optional<Failure> ofCharacters(Table table, Row values) {
        List<Violation> violations = MissingCharacters.of(table, values);
        return violations.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Rejected(violations));
    }

    /** Checks that the user may put values into the columns of a new row. */
    static Optional<Failure> ofInsert(Table table, Row values) {
        return ofRights(table, values, ColumnRights::insert);
    }

    /** Checks that the user may change the columns. */
    static Optional<Failure> ofUpdate(Table table, Row values) {
        return ofRights(table, values, ColumnRights::update);
    }

    private static Optional<Failure> ofRights(Table table, Row values, Predicate<ColumnRights> needed) {
        return table.columns().stream()
                .filter(column -> column.writable() && values.has(column.name()) && !needed.test(column.rights()))
                .findFirst()
                .map(column -> new Refused(Reason.COLUMN_NOT_PERMITTED, column.name()));
    }

    /** Checks that whoever deletes a row has seen all of it, unless a version proves it unchanged. */
    static Optional<Failure> ofDelete(TableGuard guard) {
        boolean unseen = !guard.table().whole() && guard.byDigest() && guard.mode() != LockingMode.IGNORED;
        return unseen ? Optional.of(new Refused(Reason.NOT_ALL_READABLE, "")) : Optional.empty();
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
