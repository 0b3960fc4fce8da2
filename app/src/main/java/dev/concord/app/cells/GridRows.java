package dev.concord.app.cells;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.collections.ObservableList;

/** The rows of a grid as its selection sees them: those loaded, which come and go, out of any number. FX thread only. */
public interface GridRows {
    /** The rows loaded, in order. */
    ObservableList<Row> rows();

    /** The record a row belongs to; empty where the table has no key. */
    Optional<RecordKey> keyOf(Row row);

    /** How many rows of the table are before the first one loaded; empty while nobody knows. */
    OptionalLong before();

    /** Whether there are rows before the first one loaded. */
    boolean above();

    /** Whether there are rows after the last one loaded. */
    boolean below();
}
