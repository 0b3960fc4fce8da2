package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.SqlFault;
import dev.concord.dialect.SqlFaults;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Outcome.Rejected;
import dev.concord.outcome.StoreFault;
import dev.concord.outcome.Violation;
import dev.concord.outcome.ViolationColumns;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.sql.MissingTargets;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds out what an error of the database means for a write. */
final class WriteErrors {
    /** A connection of PostgreSQL learns late, but always from this table, that a column has another type. */
    private static final String CACHED_PLAN = "0A000";

    private final TableSql sql;
    private final Transactions transactions;
    private final Dialect dialect;
    private final BooleanSupplier tableChanged;

    /**
     * The errors of the statements of one table.
     *
     * @param tableChanged looks whether the table is another one than when it was opened
     */
    WriteErrors(TableSql sql, Transactions transactions, BooleanSupplier tableChanged) {
        this.tableChanged = tableChanged;
        this.sql = sql;
        this.transactions = transactions;
        this.dialect = sql.dialect();
    }

    boolean worthRetrying(SQLException error) {
        return SqlFaults.of(error, dialect).kind() == SqlFault.Kind.RETRY;
    }

    boolean lockedByOthers(SQLException error) {
        return SqlFaults.of(error, dialect).kind() == SqlFault.Kind.LOCK_TIMEOUT;
    }

    /** Returns what an error before COMMIT means, when it is not known what was to be written. */
    Failure outcome(SQLException error, RecordKey key) {
        return outcome(error, key, Row.EMPTY);
    }

    /**
     * Returns what an error before COMMIT means: nothing was written.
     *
     * @param values what was to be written, for finding the columns a broken rule is about
     */
    Failure outcome(SQLException error, RecordKey key, Row values) {
        SqlFault fault = SqlFaults.of(error, dialect);
        return brokenRule(fault.kind())
                .<Failure>map(kind -> rejected(kind, fault, values))
                .orElseGet(() -> withoutRule(ofThisTable(fault, error), key));
    }

    /** A trigger or a foreign key may name a table or a column that is missing, and this table be as it was. */
    private SqlFault ofThisTable(SqlFault fault, SQLException error) {
        boolean elsewhere = fault.kind() == SqlFault.Kind.SCHEMA_CHANGED
                && !CACHED_PLAN.equals(error.getSQLState())
                && !tableChanged.getAsBoolean();
        return elsewhere
                ? new SqlFault(SqlFault.Kind.OTHER, fault.constraint(), fault.columns(), fault.detail())
                : fault;
    }

    /** Returns what it means for a write that the database could not be read: nothing was written. */
    static Failure ofReading(StoreFault unreadable, RecordKey key, Transactions transactions) {
        return withoutRule(transactions.reported(unreadable).orElseThrow(() -> unreadable), key);
    }

    private static Failure withoutRule(SqlFault fault, RecordKey key) {
        return switch (fault.kind()) {
            case LOCK_TIMEOUT, RETRY -> new Outcome.LockTimeout(key);
            case SCHEMA_CHANGED -> new Outcome.TableChanged(fault.detail());
            case NOT_PERMITTED -> new Outcome.Refused(Reason.NOT_PERMITTED, fault.detail());
            case CONNECTION_LOST -> new Outcome.Refused(Reason.CONNECTION_LOST, fault.detail());
            case FILE_REPLACED -> new Outcome.Refused(Reason.FILE_REPLACED, fault.detail());
            default -> new Outcome.Refused(Reason.NOT_CARRIED_OUT, fault.detail());
        };
    }

    private static Optional<Violation.Kind> brokenRule(SqlFault.Kind kind) {
        return switch (kind) {
            case NOT_NULL -> Optional.of(Violation.Kind.NOT_NULL);
            case UNIQUE -> Optional.of(Violation.Kind.UNIQUE);
            case FOREIGN_KEY -> Optional.of(Violation.Kind.FOREIGN_KEY);
            case STILL_REFERENCED -> Optional.of(Violation.Kind.STILL_REFERENCED);
            case CHECK -> Optional.of(Violation.Kind.CHECK);
            case TOO_LONG -> Optional.of(Violation.Kind.TOO_LONG);
            case OUT_OF_RANGE -> Optional.of(Violation.Kind.OUT_OF_RANGE);
            case TYPE -> Optional.of(Violation.Kind.TYPE);
            case CHARACTER -> Optional.of(Violation.Kind.CHARACTER);
            case RAISED -> Optional.of(Violation.Kind.OTHER);
            case LOCK_TIMEOUT,
                    RETRY,
                    CONNECTION_LOST,
                    FILE_REPLACED,
                    NOT_PERMITTED,
                    SCHEMA_CHANGED,
                    NOT_CARRIED_OUT,
                    OTHER -> Optional.empty();
        };
    }

    /**
     * Returns what an error of COMMIT means; empty when the write is in doubt. Only an error that the server must have sent
     * proves that nothing was written.
     */
    Optional<Failure> commitOutcome(SQLException error, RecordKey key) {
        return commitOutcome(error, key, Row.EMPTY);
    }

    /** Returns the same when it is known what was to be written. */
    Optional<Failure> commitOutcome(SQLException error, RecordKey key, Row values) {
        return switch (SqlFaults.of(error, dialect).kind()) {
            case CONNECTION_LOST, OTHER -> Optional.empty();
            default -> Optional.of(outcome(error, key, values));
        };
    }

    /** Returns what is in doubt after an error of COMMIT that does not say whether it was carried out. */
    Doubt doubt(SQLException error, ServerIdentity server) {
        boolean lost = SqlFaults.of(error, dialect).kind() == SqlFault.Kind.CONNECTION_LOST;
        return new Doubt(
                lost ? Reason.CONNECTION_LOST : Reason.NOT_CARRIED_OUT,
                String.valueOf(error.getMessage()),
                server,
                SqlFaults.closedItself(error, dialect));
    }

    private Rejected rejected(Violation.Kind kind, SqlFault fault, Row values) {
        List<String> columns = kind == Violation.Kind.FOREIGN_KEY && dialect == Dialect.SQLITE
                ? missingTargets(values)
                : ViolationColumns.of(fault, sql.table(), values);
        return new Rejected(List.of(new Violation(kind, columns, fault.constraint(), fault.detail())));
    }

    private List<String> missingTargets(Row values) {
        try {
            return transactions.read(transaction -> new MissingTargets(sql, values).columns(transaction));
        } catch (StoreFault _) {
            // It is still known that a constraint was broken.
            return List.of();
        }
    }
}
