package dev.concord.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database error, classified by what it means for saving a record. Each vendor has its own codes; MariaDB's errors
 * are classified by number, because it uses HY000 and 23000 for many different errors.
 *
 * @param kind what happened
 * @param constraint the constraint's or index's name; empty when the database does not say
 * @param columns the columns concerned; empty when the database does not say
 * @param detail the database's message; of {@link Kind#CHARACTER} the character
 */
public record SqlFault(Kind kind, String constraint, List<String> columns, String detail) {

    /** What happened. */
    public enum Kind {
        NOT_NULL,
        /** A primary key, unique key or exclusion constraint. */
        UNIQUE,
        /**
         * The referenced row does not exist. SQLite reports {@link #STILL_REFERENCED} as this too, because it does not
         * distinguish them.
         */
        FOREIGN_KEY,
        /** Other rows still refer to this one. */
        STILL_REFERENCED,
        CHECK,
        TOO_LONG,
        OUT_OF_RANGE,
        /** The value is not of the column's type. */
        TYPE,
        /** The text has a character that the character set of the column or the database lacks. */
        CHARACTER,
        /** A trigger, a routine or another rule rejected the values; the detail is its own message. */
        RAISED,
        /**
         * Another transaction held the lock too long. Roll back, because MariaDB does not undo the earlier statements.
         */
        LOCK_TIMEOUT,
        /**
         * A deadlock or serialization failure: the database has rolled back, and the transaction can be retried from
         * the start.
         */
        RETRY,
        /** The connection was lost. If a COMMIT had been sent, its outcome is unknown. */
        CONNECTION_LOST,
        /** The database file was replaced, moved or deleted while it was open; whatever is written to it now is lost. */
        FILE_REPLACED,
        /** Missing rights, or a database that takes no writes. */
        NOT_PERMITTED,
        /** The table or its columns have changed: read the catalog again. */
        SCHEMA_CHANGED,
        /** The database has run out of something, such as disk or memory, and has not carried out the statement or the COMMIT. */
        NOT_CARRIED_OUT,
        /** A fault of the database, not of the values: it was shut down or is damaged. After a COMMIT its outcome is unknown. */
        OTHER
    }

    private static final Pattern BYTE = Pattern.compile("(?:\\\\|\\b0)x(\\p{XDigit}{2})");

    public SqlFault {
        columns = List.copyOf(columns);
    }

    /** Returns this fault as another kind. */
    SqlFault as(Kind other) {
        return new SqlFault(other, constraint, columns, detail);
    }

    /** Returns this fault as that of a character, of which the message has the bytes of UTF-8: {@code \xC5\x82}, {@code 0xc5 0x82}. */
    static Optional<SqlFault> ofCharacter(SqlFault fault) {
        byte[] bytes = BYTE.matcher(fault.detail)
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.collectingAndThen(Collectors.joining(), HexFormat.of()::parseHex));
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new SqlFault(
                        Kind.CHARACTER, fault.constraint, fault.columns, Character.toString(text.codePointAt(0))));
    }

    /** Returns the message of an error; never null. */
    static String words(SQLException cause) {
        return String.valueOf(cause.getMessage());
    }
}
