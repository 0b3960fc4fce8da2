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
        return switch (fault.kind()) {
            case LOCK_TIMEOUT, RETRY -> new Outcome.LockTimeout(key);
            case SCHEMA_CHANGED -> new Outcome.TableChanged(fault.detail());
            case NOT_PERMITTED -> new Outcome.Refused(Reason.NOT_PERMITTED, fault.detail());
            case CONNECTION_LOST -> new Outcome.Refused(Reason.CONNECTION_LOST, fault.detail());
            case NOT_NULL -> rejected(Violation.Kind.NOT_NULL, fault);
            case UNIQUE -> rejected(Violation.Kind.UNIQUE, fault);
            case FOREIGN_KEY -> rejected(Violation.Kind.FOREIGN_KEY, fault);
            case STILL_REFERENCED -> rejected(Violation.Kind.STILL_REFERENCED, fault);
            case CHECK -> rejected(Violation.Kind.CHECK, fault);
            case TOO_LONG -> rejected(Violation.Kind.TOO_LONG, fault);
            case OUT_OF_RANGE -> rejected(Violation.Kind.OUT_OF_RANGE, fault);
            case TYPE -> rejected(Violation.Kind.TYPE, fault);
            case RAISED, OTHER -> rejected(Violation.Kind.OTHER, fault);
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
