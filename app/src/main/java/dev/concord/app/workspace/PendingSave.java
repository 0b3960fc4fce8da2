package dev.concord.app.workspace;

import dev.concord.app.edit.EditModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.RecordPane;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.saving.FailurePolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Saves all that is pending: the record in the form by itself when no other is unsaved, otherwise all together, in the way that
 * was chosen once; a record with the rows that refer to it as a whole. FX thread only.
 */
final class PendingSave {
    private final WorkspaceServices services;
    private final WorkspaceOwner owner;
    private final PendingEdits pending;
    private final EditModel form;
    private final WrittenRecords written;
    private final VersionDecision versions;
    private final RecordPane pane;
    private final Prompt prompt;
    private final BooleanSupplier free;

    /**
     * Saves nothing yet.
     *
     * @param free whether nothing is being asked, read or written
     */
    PendingSave(
            WorkspaceServices services,
            WorkspaceOwner owner,
            PendingEdits pending,
            EditModel form,
            WrittenRecords written,
            VersionDecision versions,
            RecordPane pane,
            Prompt prompt,
            BooleanSupplier free) {
        this.services = services;
        this.owner = owner;
        this.pending = pending;
        this.form = form;
        this.written = written;
        this.versions = versions;
        this.pane = pane;
        this.prompt = prompt;
        this.free = free;
    }

    /** Saves everything; asks how, where that was never chosen. */
    void save() {
        List<PendingEdit> unsaved = pending.unsaved();
        Predicate<PendingEdit> byItself =
                edit -> pane.shows(edit) && !edit.state().get().deleted();
        if (unsaved.isEmpty() || (unsaved.size() == 1 && byItself.test(unsaved.getFirst()))) {
            form.save();
        } else {
            whenDecided(() -> policy().ifPresentOrElse(known -> start().run(known), this::ask), this::save);
        }
    }

    /** Asks how several records are to be saved, also where it was chosen before. */
    void saveAsking() {
        if (pending.unsaved().size() > 1) {
            whenDecided(this::ask, this::saveAsking);
        } else {
            save();
        }
    }

    private void ask() {
        start().ask(policy(), chosen -> owner.savingBy(chosen.batch()));
    }

    private Optional<FailurePolicy> policy() {
        // One record is saved or not, in whichever way.
        if (pending.unsaved().size() == 1) {
            return Optional.of(FailurePolicy.WHAT_CAN_BE_SAVED);
        }
        return Family.isOne(pending.unsaved(), form.shown())
                ? Optional.of(FailurePolicy.ALL_OR_NOTHING)
                : owner.savingPolicy().map(FailurePolicy::of);
    }

    /**
     * Saves some edits and leaves the others.
     *
     * @param done said when all went well
     */
    void save(List<PendingEdit> some, String done) {
        if (some.isEmpty()) {
            prompt.say(new Notice(done));
        } else {
            FailurePolicy policy = owner.savingPolicy().map(FailurePolicy::of).orElse(FailurePolicy.WHAT_CAN_BE_SAVED);
            new BulkSaveStart(services, some, Optional.of(done), written, pane, prompt).run(policy);
        }
    }

    private BulkSaveStart start() {
        return new BulkSaveStart(services, pending.unsaved(), Optional.empty(), written, pane, prompt);
    }

    /** Asks first about a column that looks like a version, in whichever table it is. */
    private void whenDecided(Runnable task, Runnable again) {
        if (!free.getAsBoolean()) {
            return;
        }
        pending.unsaved().stream()
                .map(PendingEdit::table)
                .filter(table -> services.open().policies().undecided(table).isPresent())
                .findFirst()
                .ifPresentOrElse(table -> versions.make(table, again), task);
    }
}
