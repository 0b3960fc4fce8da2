package dev.concord.app.inplace;

import dev.concord.app.pending.FieldLock;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import java.util.function.Consumer;

/** Opens records for edits in their cells. FX thread only. */
public interface EditOpener {

    /**
     * Why a column cannot be changed, whatever the record.
     *
     * @param isNew whether the record is not in the database yet
     */
    FieldLock lock(Table table, Column column, boolean isNew);

    /** Whether a change of a column's number may be written as such: {@code +5} instead of the new number. */
    boolean quantity(Table table, Column column);

    /**
     * Opens a record, as the database holds it now or with what was changed of it; a new one is begun.
     *
     * @param key names the row of the record in the grid
     * @param then told what came of it, perhaps at once
     */
    void open(RecordKey key, Column column, Consumer<OpenedEdit> then);
}
