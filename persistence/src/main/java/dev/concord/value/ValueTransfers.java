package dev.concord.value;

import dev.concord.database.Dialect;

/** Chooses how a database binds and reads values. */
public final class ValueTransfers {
    private ValueTransfers() {}

    /** Returns the transfer of a dialect; immutable, safe to share between threads. */
    public static ValueTransfer of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2Transfer();
            case POSTGRESQL -> new PostgresTransfer();
            case MARIADB, MYSQL -> new MariaDbTransfer();
            case SQLITE -> new SqliteTransfer();
        };
    }
}
