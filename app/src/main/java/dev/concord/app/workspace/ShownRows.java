package dev.concord.app.workspace;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.related.RelatedModel;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** The rows on the screen, those of the table shown and those related to its record, as they are after a write. FX thread only. */
final class ShownRows {
    private final RowsModel rows;
    private final RelatedModel related;

    ShownRows(RowsModel rows, RelatedModel related) {
        this.rows = rows;
        this.related = related;
    }

    /** A row was written; one that is not loaded becomes the first one. */
    void written(Optional<RecordKey> before, Snapshot saved) {
        before.ifPresentOrElse(key -> rows.replace(key, saved), () -> rows.add(saved));
        related.written(before, saved);
    }

    /** A row was written among others; one that is not loaded stays where it is, a new one is shown. */
    void writtenAmongOthers(Optional<RecordKey> before, Snapshot saved) {
        if (before.filter(key -> rows.indexOf(key) < 0).isEmpty()) {
            before.ifPresentOrElse(key -> rows.replace(key, saved), () -> rows.add(saved));
        }
        related.written(before, saved);
    }

    /** A row is as the database has it. */
    void put(Snapshot theirs) {
        rows.put(theirs);
        related.written(Optional.of(theirs.key()), theirs);
    }

    /** Whether a row is loaded in one of the grids. */
    boolean loaded(RecordKey key) {
        return rows.indexOf(key) >= 0 || related.rows().indexOf(key) >= 0;
    }

    /** A row is no longer in the database. */
    void remove(RecordKey key) {
        rows.remove(key);
        related.removed(key);
    }

    /** Selects the record whose row is to be selected. */
    void select(RecordKey key) {
        rows.select(Optional.of(key));
    }

    /** Selects nothing where a record was selected that is gone. */
    void deselect(RecordKey key) {
        if (rows.selected().get().equals(Optional.of(key))) {
            rows.select(Optional.empty());
        }
    }
}
