package dev.concord.app.conflict.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Row;
import java.util.List;

/** Reads the rows that foreign keys refer to. Called in the background; it may ask the database. */
public interface ReferenceAccess {

    /**
     * Looks up the row a reference leads to.
     *
     * @param from the referring columns' values, none of them NULL
     */
    ReferenceTarget target(ForeignKey reference, Row from);

    /** Returns a short list of rows whose label or key contains what was typed, best match first. */
    ReadOutcome<List<TargetRow>> search(ForeignKey reference, String typed);
}
