package dev.concord.app.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Row;
import java.util.Collection;
import java.util.Map;

/** Reads the rows that foreign keys refer to. Called in the background; it may ask the database. */
public interface ReferenceAccess {

    /**
     * Looks up the rows that references lead to, with few queries.
     *
     * @param from rows with values of the referring columns, none of them NULL
     * @return what each of them leads to
     */
    Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from);

    /** Looks for rows to refer to whose name or key contains what was typed. */
    ReadOutcome<TargetRows> search(ForeignKey reference, String typed);

    /** Looks for rows whose name is what was typed, or begins with it, where more contain it than a search returns. */
    ReadOutcome<TargetRows> closest(ForeignKey reference, String typed);
}
