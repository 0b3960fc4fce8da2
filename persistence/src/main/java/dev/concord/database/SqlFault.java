package dev.concord.database;

import java.sql.SQLException;
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
        /** A fault of the database, not of the values: it was shut down, its disk is full, it is damaged. */
        OTHER
    }

    public SqlFault {
        columns = List.copyOf(columns);
    }

    /** Returns this fault as another kind. */
    SqlFault as(Kind other) {
        return new SqlFault(other, constraint, columns, detail);
    }

    /** Returns the message of an error; never null. */
    static String words(SQLException cause) {
        return String.valueOf(cause.getMessage());
    }
}
