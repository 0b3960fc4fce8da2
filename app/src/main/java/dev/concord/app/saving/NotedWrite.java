package dev.concord.app.saving;

import dev.concord.app.pending.WriteMark;
import dev.concord.drafts.Sending;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;

/**
 * Notes on the disk that a record of a batch is being written, if sending it again would write it twice: a new record, or one
 * that adds to a number. Anything else would be merged with itself. Called in the background.
 */
record NotedWrite(WriteMark mark, Sending save) {
    /** @param written what is sent in place of the person's own edit */
    NotedWrite(Unsaved record, Draft written) {
        this(record.mark(), new Sending(record.draft(), written));
    }

    private boolean counts() {
        return save.written().base().isEmpty() || !save.written().added().isEmpty();
    }

    /** Before the batch is sent. */
    void note() {
        if (counts()) {
            mark.sending(save);
        }
    }

    /** After it. */
    void answered(BatchOutcome.Entry entry) {
        boolean open = entry instanceof BatchOutcome.Saved
                || (entry instanceof BatchOutcome.NotSaved(Outcome.Unwritten why)
                        && why instanceof Outcome.Unconfirmed);
        if (counts() && !open) {
            mark.answered();
        }
    }
}
