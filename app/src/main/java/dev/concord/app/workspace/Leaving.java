package dev.concord.app.workspace;

import java.util.List;

/** Leaves the open database only when no write is under way and the user agrees to lose what is not saved. FX thread only. */
final class Leaving {
    private final RunningWrites writes;
    private final List<String> unsaved;
    private final SaveAllInForm savingAll;
    private final Prompt prompt;

    /**
     * Leaves nothing yet.
     *
     * @param unsaved the titles of the records that are not saved; the list is kept up to date
     */
    Leaving(RunningWrites writes, List<String> unsaved, SaveAllInForm savingAll, Prompt prompt) {
        this.writes = writes;
        this.unsaved = unsaved;
        this.savingAll = savingAll;
        this.prompt = prompt;
    }

    /**
     * Runs a task that closes the database, as soon as no write is under way and the user agrees to lose what is not
     * saved.
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
            prompt.ask(new Question.Unsaved(unsaved, () -> savingAll.run(then, stay), then, stay));
        }
    }
}
