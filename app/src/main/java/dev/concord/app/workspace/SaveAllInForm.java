package dev.concord.app.workspace;

import dev.concord.app.edit.EditModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Saves every unsaved record, one after the other in the form, and then continues. It stops at the first that cannot be
 * saved without its user. FX thread only.
 */
final class SaveAllInForm {
    private final EditModel form;
    private final PendingEdits pending;
    private final Consumer<PendingEdit> open;
    private final BooleanSupplier asking;
    private Optional<Runnable> then = Optional.empty();
    private Runnable otherwise = () -> {};

    /**
     * Saves nothing yet.
     *
     * @param open shows an edit in the form
     * @param asking whether the user is being asked something
     */
    SaveAllInForm(EditModel form, PendingEdits pending, Consumer<PendingEdit> open, BooleanSupplier asking) {
        this.form = form;
        this.pending = pending;
        this.open = open;
        this.asking = asking;
        form.busy().subscribe((was, busy) -> {
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
        if (form.dirty().get()) {
            save();
        } else {
            next();
        }
    }

    private void save() {
        form.save();
        if (!form.busy().get()) {
            next();
        }
    }

    private void next() {
        if (then.isEmpty()) {
            return;
        }
        if (form.dirty().get() || asking.getAsBoolean()) {
            then = Optional.empty();
            otherwise.run();
        } else if (pending.unsaved().isEmpty()) {
            Runnable task = then.get();
            then = Optional.empty();
            task.run();
        } else {
            open.accept(pending.unsaved().getFirst());
            save();
        }
    }
}
