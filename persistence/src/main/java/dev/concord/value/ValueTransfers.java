package dev.concord.value;

import dev.concord.database.TextStorage;
import dev.concord.dialect.Dialect;

/** Chooses how a database binds and reads values. */
public final class ValueTransfers {
    private ValueTransfers() {}

    /** Returns the transfer of a database; immutable, safe to share between threads. */
    public static ValueTransfer of(Dialect dialect, TextStorage text) {
        return switch (dialect) {
            case H2 -> new H2Transfer();
            case POSTGRESQL -> new PostgresTransfer(text == TextStorage.ANY_BYTES);
            case MARIADB, MYSQL -> new MariaDbTransfer();
            case SQLITE -> new SqliteTransfer(SqliteText.of(text));
        };
    }
}
