package dev.concord.app.pending;

import dev.concord.drafts.Sending;
import java.util.UUID;

/** Where the unsaved edits of a window are kept besides in its memory. Called on the FX thread, but for the notes. */
public interface EditStorage extends SaveNotes {
    /** Keeps nothing. */
    EditStorage NONE = new EditStorage() {
        @Override
        public void put(PendingEdit edit) {}

        @Override
        public void takeOver(PendingEdit edit) {}

        @Override
        public void remove(PendingEdit edit) {}

        @Override
        public void discard(PendingEdit edit, EditState last) {}

        @Override
        public void sending(UUID draft, Sending save) {}

        @Override
        public void answered(UUID draft) {}
    };

    /** An edit has changed, and is not in the database. */
    void put(PendingEdit edit);

    /** An edit of a window's earlier workspace goes on here, and is not kept there any more. */
    void takeOver(PendingEdit edit);

    /** An edit is saved, or nothing of it is left. */
    void remove(PendingEdit edit);

    /**
     * The user has discarded an edit.
     *
     * @param last what it was before
     */
    void discard(PendingEdit edit, EditState last);
}
