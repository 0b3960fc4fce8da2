package dev.concord.app.edit;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/**
 * One record being looked at, edited or made. Nothing typed is lost but by {@link #discard}, and even that can be
 * undone. FX thread only.
 */
public final class EditModel {
    private final Policies policies;
    private final Merging merging;
    private final EditListener listener;
    private final Form form;
    private final FormJobs jobs;
    private final FormStatus status;
    private final RecordSave saving;
    private final RecordDelete deleting;
    private final RecordRefresh refreshing;
    private final EditActions actions;
    private final RecordWatch watching;
    private int generation;

    /**
     * An empty form.
     *
     * @param policies the policies the store was made with: they say which column is a version
     * @param merging how the tables' rows are merged
     * @param ownWork whether the database's row was written by the person at this window
     */
    public EditModel(
            MergedWrites writes,
            Policies policies,
            Merging merging,
            Predicate<RecordMerge> ownWork,
            Work work,
            Texts texts,
            EditListener listener) {
        RecordStore store = writes.store();
        this.policies = policies;
        this.merging = merging;
        this.listener = listener;
        this.form = new Form(texts);
        this.jobs = new FormJobs(work);
        this.status = new FormStatus(texts);
        this.saving = new RecordSave(writes, jobs, texts, form, status, listener);
        this.deleting = new RecordDelete(store, jobs, texts, this, status, listener);
        this.refreshing = new RecordRefresh(store, jobs, texts, form, this, status, listener);
        this.actions = new EditActions(status.mode(), status.table(), form, jobs);
        this.watching = new RecordWatch(store, work, jobs, form, status, new FieldNews(ownWork, texts));
        form.draft().subscribe(draft -> draft.ifPresent(status::describe));
    }

    /** Shows a record: {@link Draft#of} a snapshot, a draft kept from before, or a new one. */
    public void open(Table table, Draft draft) {
        open(table, draft, Map.of());
    }

    /**
     * Shows a record edited before.
     *
     * @param unreadable what {@link #unreadable} gave when it was put aside
     */
    public void open(Table table, Draft draft, Map<String, String> unreadable) {
        generation++;
        OpenRecord record = OpenRecord.of(generation, table, policies.of(table.id()), merging.of(table.id()));
        status.opened(record);
        form.open(table, draft, unreadable, record::lock);
        watching.opened();
    }

    /** Shows nothing, but offers new records of a table. */
    public void close(Table next) {
        status.closed(Optional.of(next));
        form.close();
    }

    /** Shows nothing. What was typed is gone: keep {@link #draft} and {@link #unreadable} before. */
    public void close() {
        status.closed(Optional.empty());
        form.close();
    }

    /**
     * Takes over what became of a conflict or a deletion that was decided elsewhere. Ignored when another record is open
     * by now.
     */
    public void accept(Snapshot saved) {
        saving.accept(saved);
    }

    /** Saves the record, if nothing typed keeps it from being saved. */
    public void save() {
        if (!actions.save().get()) {
            return;
        }
        status.say(FormMessage.NONE);
        form.history().seal();
        Optional<FieldModel> bad = form.firstProblem();
        bad.ifPresent(status::focusOn);
        if (bad.isEmpty()) {
            status.open().get().ifPresent(record -> form.draft().get().ifPresent(draft -> saving.save(record, draft)));
        }
    }

    /** Takes every change back; undo brings them again. */
    public void discard() {
        if (actions.discard().get()) {
            status.say(FormMessage.NONE);
            form.discard();
        }
    }

    /** Asks whether to delete the record, and then deletes it. */
    public void delete() {
        if (actions.delete().get()) {
            withBase((record, base) -> listener.confirmDelete(title().get(), () -> deleting.delete(record, base)));
        }
    }

    /** Reads the record again; edits are kept. */
    public void refresh() {
        if (actions.refresh().get()) {
            status.say(FormMessage.NONE);
            withBase((record, base) -> refreshing.refresh(record, base.key()));
        }
    }

    private void withBase(BiConsumer<OpenRecord, Snapshot> task) {
        status.open()
                .get()
                .ifPresent(
                        record -> form.draft().get().flatMap(Draft::base).ifPresent(base -> task.accept(record, base)));
    }

    /** Asks for a new record of the same table. */
    public void newRecord() {
        if (actions.add().get()) {
            status.table().get().ifPresent(listener::newWanted);
        }
    }

    /** Takes the last step back. */
    public void undo() {
        if (actions.undo().get()) {
            form.put(form.history().undo()).ifPresent(status::focusOn);
        }
    }

    /** Does the step taken back again. */
    public void redo() {
        if (actions.redo().get()) {
            form.put(form.history().redo()).ifPresent(status::focusOn);
        }
    }

    /** Ends the undo step under way; the view calls it when the focus leaves a field. */
    public void endStep() {
        form.history().seal();
    }

    /** The record as edited so far; empty when nothing is open. */
    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return form.draft();
    }

    /** The text of fields that are not readable yet, by column: the part of the edit that the draft cannot hold. */
    public Map<String, String> unreadable() {
        return form.unreadable();
    }

    /** Whether anything would be lost by closing. */
    public ReadOnlyBooleanProperty dirty() {
        return form.dirty();
    }

    /** Whether the record is being read or written right now. */
    public ReadOnlyBooleanProperty busy() {
        return jobs.busy();
    }

    /** The fields in the table's order; the same ones as long as the table stays the same. */
    public ObservableList<FieldModel> fields() {
        return form.fields();
    }

    /** Runs a task when the first look at the record being edited is over; at once when nothing is being edited. */
    public void afterFirstLook(Runnable task) {
        watching.afterFirstLook(task);
    }

    /** Which commands do something right now. */
    public EditActions actions() {
        return actions;
    }

    public ReadOnlyObjectProperty<EditMode> mode() {
        return status.mode();
    }

    /** Names the record: its table, its key and what it is called; empty when nothing is open. */
    public ReadOnlyStringProperty title() {
        return status.title();
    }

    /** Why the record cannot be changed, in one sentence; empty when it can. */
    public ReadOnlyStringProperty readOnlyReason() {
        return status.readOnlyReason();
    }

    /** What there is to say about the whole record. */
    public ReadOnlyObjectProperty<FormMessage> message() {
        return status.message();
    }

    /** The user has read the message. */
    public void dismiss() {
        status.say(FormMessage.NONE);
    }

    /** The field that should take the keyboard, whenever there is a reason to point at one. */
    public ReadOnlyObjectProperty<Optional<FieldModel>> focus() {
        return status.focus();
    }
}
