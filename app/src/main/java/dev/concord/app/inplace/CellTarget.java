package dev.concord.app.inplace;

import dev.concord.app.pending.EditId;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.function.UnaryOperator;

/**
 * A cell that is to be edited.
 *
 * @param key names the row of the record in the grid
 * @param shown its value as the grid shows it
 * @param cut returns what a grid shows of a value
 */
public record CellTarget(Table table, RecordKey key, Column column, Value shown, UnaryOperator<Value> cut) {

    /** Whether its record is not in the database yet. */
    public boolean isNew() {
        return EditId.New.of(key).isPresent();
    }

    /** Whether a value looks the same in the grid. */
    boolean shows(Value value) {
        return cut.apply(value).equals(shown);
    }
}
