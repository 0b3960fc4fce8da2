package dev.concord.app.saving;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Column;
import java.util.Optional;

/**
 * One change that is not saved: of one column, or of a whole record. Immutable.
 *
 * @param edit the record's edit
 * @param record its title
 * @param column the column changed; empty for a record that is to be deleted, or new and without values
 * @param before what the column held, as text; empty for a new record
 * @param after what it is to hold, or what is to become of the record
 */
public record PendingChange(PendingEdit edit, String record, Optional<Column> column, String before, String after) {}
