package dev.concord.app.conflict;

import dev.concord.app.task.Work;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Snapshot;

/**
 * A merge that was saved without asking, to be reviewed afterwards.
 *
 * @param record the title of the record
 * @param merge what was merged
 * @param saved the row as it was saved
 * @param work where long texts are compared
 * @param undo restores what the database held before; closes the window
 * @param close closes the window
 */
public record ReviewModel(String record, RecordMerge merge, Snapshot saved, Work work, Runnable undo, Runnable close) {}
