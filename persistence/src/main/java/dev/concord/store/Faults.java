package dev.concord.store;

import dev.concord.catalog.Table;
import dev.concord.database.Dialect;
import dev.concord.database.SqlFault;
import dev.concord.record.RecordKey;
import dev.concord.store.Outcome.Failure;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.store.Outcome.Rejected;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a database's error means for a write. */
final class Faults {
    private final Table table;
    private final Dialect dialect;

    Faults(Table table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    boolean worthRetrying(SQLException error) {
        return SqlFault.of(error, dialect).kind() == SqlFault.Kind.RETRY;
    }

    boolean heldByOthers(SQLException error) {
        return SqlFault.of(error, dialect).kind() == SqlFault.Kind.LOCK_TIMEOUT;
    }

    /** What an error before COMMIT means: nothing was written. */
    Failure outcome(SQLException error, RecordKey key) {
        SqlFault fault = SqlFault.of(error, dialect);
        return brokenRule(fault.kind())
                .<Failure>map(kind -> rejected(kind, fault))
                .orElseGet(() -> withoutRule(fault, key));
    }

    /** What it means for a write that the database could not be read for it: nothing was written. */
    static Failure ofReading(StoreFault unreadable, RecordKey key, Dialect dialect) {
        return withoutRule(unreadable.told(dialect).orElseThrow(() -> unreadable), key);
    }

    private static Failure withoutRule(SqlFault fault, RecordKey key) {
        return switch (fault.kind()) {
            case LOCK_TIMEOUT, RETRY -> new Outcome.LockTimeout(key);
            case SCHEMA_CHANGED -> new Outcome.TableChanged(fault.detail());
            case NOT_PERMITTED -> new Outcome.Refused(Reason.NOT_PERMITTED, fault.detail());
            case CONNECTION_LOST -> new Outcome.Refused(Reason.CONNECTION_LOST, fault.detail());
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
            case RAISED -> Optional.of(Violation.Kind.OTHER);
            case LOCK_TIMEOUT, RETRY, CONNECTION_LOST, NOT_PERMITTED, SCHEMA_CHANGED, OTHER -> Optional.empty();
        };
    }

    /**
     * What an error of COMMIT itself means; empty when it leaves the write in doubt. Only an error the server must have
     * sent says that nothing was written.
     */
    Optional<Failure> commitOutcome(SQLException error, RecordKey key) {
        return switch (SqlFault.of(error, dialect).kind()) {
            case CONNECTION_LOST, OTHER -> Optional.empty();
            default -> Optional.of(outcome(error, key));
        };
    }

    private Rejected rejected(Violation.Kind kind, SqlFault fault) {
        List<String> columns = ViolationColumns.of(fault, table);
        return new Rejected(List.of(new Violation(kind, columns, fault.constraint(), fault.detail())));
    }
}
