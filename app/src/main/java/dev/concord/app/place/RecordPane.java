package dev.concord.app.place;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;

/** The part of the window that shows one record. Showing another loses nothing. FX thread only. */
public interface RecordPane {
    /** Shows a record as its edit has it, and the rows of its table. */
    void open(PendingEdit edit);

    /** Begins a new record with some values filled in. */
    void openNew(Table table, Draft filledIn);

    /** Whether a record is shown. */
    boolean shows(PendingEdit edit);

    /** Shows nothing in place of a record that was deleted; another record stays where it is. */
    void closed(PendingEdit deleted);
}
