package dev.concord.outcome;

import dev.concord.database.Dialect;
import dev.concord.database.SqlFault;
import java.sql.SQLException;
import java.util.Optional;

/** Something no caller can be expected to handle: the connection is gone, or the database contradicts itself. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFault(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether it means that to the database. */
    public boolean isOf(SqlFault.Kind kind, Dialect dialect) {
        return told(dialect).filter(fault -> fault.kind() == kind).isPresent();
    }

    /** What the database said; empty where the fault is none of its. */
    public Optional<SqlFault> told(Dialect dialect) {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(SqlFault.of(error, dialect));
            }
        }
        return Optional.empty();
    }
}
