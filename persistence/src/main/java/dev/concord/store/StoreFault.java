package dev.concord.store;

import dev.concord.database.Dialect;
import dev.concord.database.SqlFault;
import java.sql.SQLException;

/** Something no caller can be expected to handle: the connection is gone, or the database contradicts itself. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFault(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether it means that to the database. */
    boolean isOf(SqlFault.Kind kind, Dialect dialect) {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return SqlFault.of(error, dialect).kind() == kind;
            }
        }
        return false;
    }
}
