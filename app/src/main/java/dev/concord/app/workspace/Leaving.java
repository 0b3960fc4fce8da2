package dev.concord.app.workspace;

import dev.concord.app.pending.DraftStorage;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import java.util.List;
import java.util.Optional;

/**
 * Leaves the open database only when no write is under way and the user has said what becomes of what is not saved. It can
 * be kept for later where unsaved edits are kept on the disk. FX thread only.
 */
final class Leaving {
    private final RunningWrites writes;
    private final PendingEdits pending;
    private final List<String> unsaved;
    private final Optional<DraftStorage> storage;
    private final SaveAllInForm savingAll;
    private final Prompt prompt;

    /**
     * Leaves nothing yet.
     *
     * @param unsaved the titles of the records that are not saved; the list is kept up to date
     * @param storage where unsaved edits are kept; empty when they are in memory only
     */
    Leaving(
            RunningWrites writes,
            PendingEdits pending,
            List<String> unsaved,
            Optional<DraftStorage> storage,
            SaveAllInForm savingAll,
            Prompt prompt) {
        this.writes = writes;
        this.pending = pending;
        this.unsaved = unsaved;
        this.storage = storage;
        this.savingAll = savingAll;
        this.prompt = prompt;
    }

    /**
     * Runs a task that closes the database, as soon as no write is under way and the user has said what becomes of what is
     * not saved.
     *
     * @param stay run instead when the user stays, when the end of a write has raised a question, or when another task is to
     *     close the database
     */
    void leave(Runnable then, Runnable stay) {
        if (writes.any()) {
            writes.afterwards(() -> written(then, stay), stay);
        } else {
            askAboutUnsaved(then, stay);
        }
    }

    private void written(Runnable then, Runnable stay) {
        if (prompt.isAsking()) {
            stay.run();
        } else {
            askAboutUnsaved(then, stay);
        }
    }

    private void askAboutUnsaved(Runnable then, Runnable stay) {
        if (unsaved.isEmpty()) {
            then.run();
        } else {
            prompt.ask(new Question.Unsaved(
                    unsaved,
                    storage.map(kept -> () -> keep(kept, then, stay)),
                    () -> savingAll.run(then, stay),
                    () -> {
                        pending.discardAll();
                        then.run();
                    },
                    stay));
        }
    }

    /** What cannot be kept on the disk is still in the window: it is not left. */
    private static void keep(DraftStorage storage, Runnable then, Runnable stay) {
        storage.flush(kept -> (kept ? then : stay).run());
    }
}
