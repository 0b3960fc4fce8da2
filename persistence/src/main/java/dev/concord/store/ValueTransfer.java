package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.database.Dialect;
import dev.concord.record.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How one family of databases carries values over JDBC. Every value read can be written back and is then read again as
 * an equal value; that is what the digest and the merge rest on.
 */
interface ValueTransfer {

    /** The expression to select for a column; {@code {0}} stands for the column. */
    String reading(Column column);

    /** The expression for the first characters of a long value; {@code {0}} is the reading, {@code {1}} how many. */
    String beginning(Column column);

    /** The placeholder a value is bound to; {@code ?} stands for the parameter. */
    String placeholder(Column column, Value value);

    /** Reads what {@link #reading} selected. Never null: SQL NULL is {@link Value#ofNull}. */
    Value read(ResultSet result, int index, Column column) throws SQLException;

    /** Binds a value to its placeholder. */
    void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException;

    /** Returns the dialect's way. */
    static ValueTransfer of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2Transfer();
            case POSTGRESQL -> new PostgresTransfer();
            case MARIADB, MYSQL -> new MariaDbTransfer();
            case SQLITE -> new SqliteTransfer();
        };
    }
}
