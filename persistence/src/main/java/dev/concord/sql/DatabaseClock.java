package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Reads the database's clock, the one clock all writers share. */
public final class DatabaseClock {
    private DatabaseClock() {}

    /** Returns the present time as a value of the column's kind. */
    public static Value now(Transaction transaction, TableAccess table, Column column) throws SQLException {
        Value now = transaction
                .rows(table.statements().clock(column), new BoundParameters())
                .first()
                .orElseThrow(() -> new SQLException("The database did not return its time"))
                .get(column.name());
        return now instanceof Value.Text text ? new Value.DateTime(LocalDateTime.parse(text.text())) : now;
    }
}
