package dev.concord.app.recovery;

import dev.concord.ui.icon.Icon;

/** What the database holds of a record with unsaved work. */
enum RowState {
    /** The record was not in the database yet. */
    NEW("new", Icon.NEW),
    /** The row is as it was when the work was begun. */
    UNCHANGED("unchanged", Icon.SAME),
    /** Somebody has changed the row since. */
    CHANGED("changed", Icon.CONFLICT),
    /** The row is not there any more, or hidden from this user. */
    DELETED("deleted", Icon.DELETE),
    /** The database did not say. */
    UNKNOWN("unknown", Icon.UNDECIDED),
    /** A part of the work was saved when its program ended; the rest was typed after that. */
    PARTLY_SAVED("partly-saved", Icon.SAVE),
    /** The work was being saved when its program ended, and the database has a row that may be that. */
    MAYBE_SAVED("maybe-saved", Icon.UNDECIDED),
    /** There is no such table any more. */
    TABLE_GONE("table-gone", Icon.ERROR),
    /** A column with a change is not in the table any more. */
    COLUMN_GONE("column-gone", Icon.ERROR);

    private final String word;
    private final Icon icon;

    RowState(String word, Icon icon) {
        this.word = word;
        this.icon = icon;
    }

    /** Ends the keys of its texts, and is its style class. */
    String word() {
        return word;
    }

    Icon icon() {
        return icon;
    }

    /** Whether nobody has to look at it first: a new record would be in the database twice. */
    boolean certain() {
        return this != MAYBE_SAVED;
    }

    /** Whether there is a form to continue in. */
    boolean continuable() {
        return this != TABLE_GONE && this != COLUMN_GONE;
    }
}
