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
 * @param state whether it is in the database
 */
record CellText(String text, boolean missing, boolean number, State state) {

    static final CellText NOTHING = new CellText("", false, false, State.SAVED);

    /** The longest text that is shown while it is no value, in characters. */
    private static final int LONGEST = 200;

    /** Whether what a cell shows is in the database. */
    enum State {
        SAVED,
        /** It was changed, and is not saved yet. */
        CHANGED,
        /** Its record is deleted at the next save. */
        DELETED,
        /** It is missing, and its new record cannot be saved without it. */
        REQUIRED,
        /** It is no value of the column's type, and has to be changed before it can be saved. */
        UNREADABLE
    }

    static CellText of(Value value, Column column, ValueText values, State state) {
        boolean number = column.kind() != ValueKind.BINARY
                && (value instanceof Value.Exact
                        || value instanceof Value.Float32
                        || value instanceof Value.Float64
                        // Below numbers, the word for no value stands where they do.
                        || (value.isNull() && column.kind().isNumber()));
        return new CellText(values.cell(value, column), value.isNull(), number, state);
    }

    /** The name of the row that a value leads to, with the value. */
    CellText named(String name) {
        return new CellText(name, false, false, state);
    }

    /** A word in place of a value that there is not. */
    static CellText word(String word, State state) {
        return new CellText(word, true, false, state);
    }

    static CellText unreadable(String typed) {
        String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new CellText(shown.replaceAll("\\R", " ⏎ "), false, false, State.UNREADABLE);
    }
}
