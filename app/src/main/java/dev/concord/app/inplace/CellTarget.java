package dev.concord.app.inplace;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.function.UnaryOperator;

/**
 * A cell that is to be edited.
 *
 * @param shown its value as the grid shows it
 * @param cut returns what a grid shows of a value
 */
public record CellTarget(Table table, RecordKey key, Column column, Value shown, UnaryOperator<Value> cut) {

    /** Whether a value looks the same in the grid. */
    boolean shows(Value value) {
        return cut.apply(value).equals(shown);
    }
}
