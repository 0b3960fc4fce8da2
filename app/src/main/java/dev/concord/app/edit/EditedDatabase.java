package dev.concord.app.edit;

import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.version.Policies;
import java.util.function.Predicate;

/**
 * The database whose records a form edits.
 *
 * @param writes the way merges are written; leads to the store
 * @param policies the policies the store was made with: they say which column is a version
 * @param merging how the tables' rows are merged
 * @param ownWork whether the database's row was written by the person at this window
 */
public record EditedDatabase(MergedWrites writes, Policies policies, Merging merging, Predicate<RecordMerge> ownWork) {}
