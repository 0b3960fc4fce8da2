package dev.concord.app.paste;

import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;

/**
 * What a change of many cells works with.
 *
 * @param store reads the rows, in the background
 * @param pending takes the changes
 */
public record PasteServices(RecordStore store, PendingEdits pending, Work work, Texts texts) {}
