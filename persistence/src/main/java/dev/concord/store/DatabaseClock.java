package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The database's clock: the one clock every writer shares. */
final class DatabaseClock {
    private DatabaseClock() {}

    /** Returns the present time as a value of the column's kind. */
    static Value now(DSLContext database, TableSql sql, Column column) {
        boolean zoned = column.kind() == ValueKind.ZONED_TIMESTAMP;
        Field<Object> clock = DSL.field(
                switch (sql.dialect()) {
                    case H2 -> zoned ? "current_timestamp(9)" : "localtimestamp(9)";
                    case POSTGRESQL -> zoned ? "clock_timestamp()" : "cast(clock_timestamp() as timestamp)";
                    case MARIADB, MYSQL -> "now(6)";
                    case SQLITE -> "strftime('%Y-%m-%dT%H:%M:%f', 'now')";
                });
        Record record = database.select(sql.reading(column, clock)).fetchSingle();
        Value now = sql.row(record, List.of(column)).get(column.name());
        return now instanceof Value.Text text ? new Value.DateTime(LocalDateTime.parse(text.text())) : now;
    }
}
