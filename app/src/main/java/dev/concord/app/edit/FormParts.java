package dev.concord.app.edit;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;
import java.util.Optional;

/**
 * What the form's commands work with: its fields, its messages, and its jobs. FX thread only.
 *
 * @param form the fields of the record shown
 * @param status which record is shown, and the message about it
 * @param jobs the form's jobs in the background
 * @param texts the words
 */
record FormParts(Form form, FormStatus status, FormJobs jobs, Texts texts) {

    /**
     * Shows nothing.
     *
     * @param next the table to offer new records of
     */
    void close(Table next) {
        status.closed(Optional.of(next));
        form.close();
    }

    /** Shows nothing in place of a record that is no longer in the database; another record stays where it is. */
    void closed(PendingEdit deleted, FormMessage message) {
        if (status.shows(deleted)) {
            close(deleted.table());
            status.say(message);
        }
    }
}
