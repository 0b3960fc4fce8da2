package dev.concord.store;

import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.store.Outcome.Failure;
import java.sql.SQLException;

/** What a database's error means for a write. */
final class Faults {
    private final Table table;

    Faults(Table table) {
        this.table = table;
    }

    boolean worthRetrying(SQLException error) {
        return "40001".equals(error.getSQLState());
    }

    Failure outcome(SQLException error, RecordKey key) {
        throw new StoreFault(new SQLException(table.id().name(), error));
    }

    Failure commitOutcome(SQLException error, RecordKey key) {
        return outcome(error, key);
    }
}
