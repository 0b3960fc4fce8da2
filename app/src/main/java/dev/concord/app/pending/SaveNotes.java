package dev.concord.app.pending;

import dev.concord.drafts.Sending;
import java.util.UUID;

/** Where it is noted that edits are being written to the database. Safe to share between threads. */
interface SaveNotes {
    /** Notes nothing. */
    SaveNotes NONE = new SaveNotes() {
        @Override
        public void sending(UUID draft, Sending save) {}

        @Override
        public void answered(UUID draft) {}
    };

    /**
     * An edit is about to be written to the database; returns when that is noted. Called in the background.
     *
     * @param draft names the edit
     * @param save what is written
     */
    void sending(UUID draft, Sending save);

    /**
     * It is known what has become of the write. Returns at once.
     *
     * @param draft names the edit
     */
    void answered(UUID draft);
}
