package dev.concord.app.edit;

import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.version.Policies;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The database whose records a form edits.
 *
 * @param writes the way merges are written; leads to the store
 * @param rules how the tables' rows are merged; asked again whenever a record is opened
 * @param ownWork whether the database's row was written by the person at this window
 */
public record EditedDatabase(MergedWrites writes, Supplier<Merging> rules, Predicate<RecordMerge> ownWork) {

    /** Returns how the tables are guarded now: this says which column is a version. */
    Policies policies() {
        return writes.store().policies();
    }

    /** Returns how the tables' rows are merged now. */
    Merging merging() {
        return rules.get();
    }
}
