package dev.concord.app.pending;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Names the record of a pending edit, also one that has no key yet. Immutable. */
public sealed interface EditId {

    /** A record that is in the database. */
    record Existing(RecordKey record) implements EditId {}

    /**
     * A record that is not in the database yet.
     *
     * @param number differs from that of every other new record of the window
     */
    record New(long number) implements EditId {
        /** Stands for a column in the key of a new record's row; no column of a table has an empty name. */
        private static final String NUMBER = "";

        /** Names the row of the record in a grid, as a key does for a record that is in the database. */
        public RecordKey rowIn(TableId table) {
            return new RecordKey(table, Row.of(NUMBER, Value.of(number)));
        }

        /** The new record that a row of a grid is of; empty for the key of a record that is in the database. */
        public static Optional<New> of(RecordKey row) {
            return of(row.columns());
        }

        /** The new record that a row of a grid is of; empty for a row that is in the database. */
        public static Optional<New> of(Row row) {
            return row.get(NUMBER) instanceof Value.Exact(BigDecimal number) && row.has(NUMBER)
                    ? Optional.of(new New(number.longValueExact()))
                    : Optional.empty();
        }
    }

    /** The record's key; empty for a new record. */
    default Optional<RecordKey> key() {
        return switch (this) {
            case Existing(RecordKey record) -> Optional.of(record);
            case New _ -> Optional.empty();
        };
    }
}
