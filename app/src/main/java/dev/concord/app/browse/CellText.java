package dev.concord.app.browse;

import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;

/**
 * The text of a cell.
 *
 * @param text on one line
 * @param missing whether the value is NULL, for which the cell shows a word
 * @param number whether the value is a number, to be aligned by its last digit
 */
record CellText(String text, boolean missing, boolean number) {

    static final CellText NOTHING = new CellText("", false, false);

    static CellText of(Value value, Column column, ValueText values) {
        boolean number = column.kind() != ValueKind.BINARY
                && (value instanceof Value.Exact || value instanceof Value.Float32 || value instanceof Value.Float64);
        return new CellText(values.cell(value, column), value.isNull(), number);
    }
}
