package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.database.Dialect;
import dev.concord.record.Value;
import dev.concord.store.OpenTable;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The database's clock: the one clock every writer shares. */
public final class DatabaseClock {
    private DatabaseClock() {}

    /** Returns the present time as a value of the column's kind. */
    public static Value now(Transaction transaction, OpenTable open, Column column) throws SQLException {
        Value now = transaction
                .rows(open.statements().clock(column), new Parameters())
                .first()
                .orElseThrow(() -> new SQLException("The database's clock tells no time"))
                .get(column.name());
        return now instanceof Value.Text text ? new Value.DateTime(LocalDateTime.parse(text.text())) : now;
    }

    static Field<Object> expression(Dialect dialect, Column column) {
        boolean zoned = column.kind() == ValueKind.ZONED_TIMESTAMP;
        return DSL.field(
                switch (dialect) {
                    case H2 -> zoned ? "current_timestamp(9)" : "localtimestamp(9)";
                    case POSTGRESQL -> zoned ? "clock_timestamp()" : "cast(clock_timestamp() as timestamp)";
                    case MARIADB, MYSQL -> "now(6)";
                    case SQLITE -> "strftime('%Y-%m-%dT%H:%M:%f', 'now')";
                });
    }
}
