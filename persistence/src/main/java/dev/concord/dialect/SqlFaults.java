package dev.concord.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Classifies the errors of all dialects. */
public final class SqlFaults {
    private SqlFaults() {}

    /** Classifies a driver's exception. */
    public static SqlFault of(SQLException thrown, Dialect dialect) {
        if (FileReplacedException.causes(thrown)) {
            return new SqlFault(SqlFault.Kind.FILE_REPLACED, "", List.of(), SqlFault.words(thrown));
        }
        SQLException cause = innermost(thrown);
        SqlFault byCode =
                switch (dialect) {
                    case H2 -> H2Faults.classify(cause);
                    case POSTGRESQL -> PostgresFaults.classify(cause);
                    case MARIADB, MYSQL -> MariaDbFaults.classify(cause);
                    case SQLITE -> SqliteFaults.classify(cause);
                };
        // The exception's type is checked last: MariaDB's driver reports a trigger's own error as a broken connection.
        return byCode.kind() == SqlFault.Kind.OTHER && lostConnection(cause)
                ? byCode.as(SqlFault.Kind.CONNECTION_LOST)
                : byCode;
    }

    /** Whether a fault was caused by a database file that is not the one that was opened any more. */
    public static boolean isOfReplacedFile(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileReplacedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database has closed itself because it could not write to its file, as H2 does on a full disk. */
    public static boolean closedItself(SQLException error, Dialect dialect) {
        return dialect == Dialect.H2 && H2Faults.closedItself(error);
    }

    /** Returns the exception that holds the error; a batch's exception only wraps it. */
    private static SQLException innermost(SQLException thrown) {
        if (thrown instanceof BatchUpdateException && thrown.getNextException() != null) {
            return thrown.getNextException();
        }
        return thrown instanceof BatchUpdateException && thrown.getCause() instanceof SQLException cause
                ? cause
                : thrown;
    }

    private static boolean lostConnection(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        // The pool gives an interrupted thread no connection, without a code of its own for that.
        return state.startsWith("08")
                || cause.getCause() instanceof InterruptedException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException;
    }
}
