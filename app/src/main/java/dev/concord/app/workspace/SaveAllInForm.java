package dev.concord.app.workspace;

import java.util.Optional;

/**
 * Saves every unsaved record, one after the other in the form, and then goes on. It stops at the first that cannot be
 * saved without its user.
 */
final class SaveAllInForm {
    private final WorkspaceModel workspace;
    private Optional<Runnable> then = Optional.empty();
    private Runnable otherwise = () -> {};

    SaveAllInForm(WorkspaceModel workspace) {
        this.workspace = workspace;
        workspace.edit().busy().subscribe((was, busy) -> {
            if (was && !busy) {
                next();
            }
        });
    }

    /**
     * Saves, and then runs a task.
     *
     * @param stuck run instead when not everything could be saved
     */
    void run(Runnable task, Runnable stuck) {
        then = Optional.of(task);
        otherwise = stuck;
        if (workspace.edit().dirty().get()) {
            save();
        } else {
            next();
        }
    }

    private void save() {
        workspace.edit().save();
        if (!workspace.edit().busy().get()) {
            next();
        }
    }

    private void next() {
        if (then.isEmpty()) {
            return;
        }
        boolean stuck = workspace.edit().dirty().get() || !(workspace.question().get() instanceof Question.None);
        if (stuck) {
            then = Optional.empty();
            otherwise.run();
        } else if (workspace.shelf().edits().isEmpty()) {
            Runnable task = then.get();
            then = Optional.empty();
            task.run();
        } else {
            workspace.open(workspace.shelf().edits().getFirst());
            save();
        }
    }
}
