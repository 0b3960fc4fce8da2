package dev.concord.database;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/**
 * What a database's error means to a person who saves a record. The codes are each vendor's own: MariaDB is read by its
 * error number because it uses HY000 and 23000 for many different things.
 *
 * @param kind what happened
 * @param constraint the constraint's or index's name; empty when the database does not say
 * @param columns the columns concerned; empty when the database does not say
 * @param detail the database's own words
 */
public record SqlFault(Kind kind, String constraint, List<String> columns, String detail) {

    /** What happened. */
    public enum Kind {
        NOT_NULL,
        /** A primary key, unique key or exclusion constraint. */
        UNIQUE,
        /** The row referred to is not there. SQLite reports {@link #STILL_REFERENCED} as this, too: it cannot tell. */
        FOREIGN_KEY,
        /** Other rows still refer to this one. */
        STILL_REFERENCED,
        CHECK,
        TOO_LONG,
        OUT_OF_RANGE,
        /** The value is none of the column's type. */
        TYPE,
        /** A trigger, routine or rule that is none of the above refused the values in its own words; they are the detail. */
        RAISED,
        /** Another transaction kept the lock too long. Roll back: MariaDB keeps the earlier statements. */
        LOCK_TIMEOUT,
        /** A deadlock or serialization failure: rolled back by the database, worth another try from the start. */
        RETRY,
        /** The connection is gone. After a COMMIT was sent, nobody knows whether it happened. */
        CONNECTION_LOST,
        /** Missing rights, or a database that takes no writes. */
        NOT_PERMITTED,
        /** The table or its columns are no longer what they were: read the catalog anew. */
        SCHEMA_CHANGED,
        /** A fault of the database, not of the values: it was told to stop, it is full, it is damaged. */
        OTHER
    }

    public SqlFault {
        columns = List.copyOf(columns);
    }

    /** Classifies what a driver threw. */
    public static SqlFault of(SQLException thrown, Dialect dialect) {
        SQLException cause = innermost(thrown);
        SqlFault byCode =
                switch (dialect) {
                    case H2 -> H2Faults.classify(cause);
                    case POSTGRESQL -> PostgresFaults.classify(cause);
                    case MARIADB, MYSQL -> MariaDbFaults.classify(cause);
                    case SQLITE -> SqliteFaults.classify(cause);
                };
        // The exception's type comes last: MariaDB's driver calls a trigger's own error a broken connection.
        return byCode.kind() == Kind.OTHER && lostConnection(cause) ? byCode.as(Kind.CONNECTION_LOST) : byCode;
    }

    private SqlFault as(Kind other) {
        return new SqlFault(other, constraint, columns, detail);
    }

    static String words(SQLException cause) {
        return String.valueOf(cause.getMessage());
    }

    /** A batch's exception only wraps the one that says what went wrong. */
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
        // A thread told to stop gets no connection from the pool, which has no code for that.
        return state.startsWith("08")
                || cause.getCause() instanceof InterruptedException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException;
    }
}
