package dev.concord.app.pending;

import dev.concord.drafts.Sending;
import dev.concord.outcome.Outcome;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Notes on the disk that an edit is being written to the database, from before the write is sent until its answer is known.
 * A program that ends between the database's COMMIT and that answer leaves an edit that is saved already; without the note it
 * would be offered as unsaved work, and a new record would be inserted twice. Safe to share between threads.
 */
public final class WriteMark {
    /** Notes nothing. */
    public static final WriteMark NONE = new WriteMark(new UUID(0, 0), SaveNotes.NONE);

    private final UUID draft;
    private final SaveNotes notes;

    WriteMark(UUID draft, SaveNotes notes) {
        this.draft = draft;
        this.notes = notes;
    }

    /**
     * Writes, with the note on the disk meanwhile. It stays there when the edit is saved, until the edit is settled, and when
     * nobody knows whether it is. Called in the background.
     *
     * @param save what is written
     * @param write returns an outcome
     */
    public <O> O around(Sending save, Supplier<O> write) {
        sending(save);
        O outcome = write.get();
        end(outcome);
        return outcome;
    }

    /** Notes what an outcome says of the write. */
    public void end(Object outcome) {
        if (!(outcome instanceof Outcome.Saved) && !(outcome instanceof Outcome.Unconfirmed)) {
            answered();
        }
    }

    /** Notes what is about to be written. Called in the background. */
    public void sending(Sending save) {
        notes.sending(draft, save);
    }

    /** Notes that the answer is known, and that nothing was written. */
    public void answered() {
        notes.answered(draft);
    }
}
