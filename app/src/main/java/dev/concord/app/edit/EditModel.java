package dev.concord.app.edit;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/**
 * One record being viewed, edited or created. What is typed is written to the record's pending edit immediately, so
 * that showing another record loses nothing. FX thread only.
 */
public final class EditModel {
    private final EditedDatabase database;
    private final EditListener listener;
    private final Form form;
    private final FormStatus status;
    private final FormParts parts;
    private final RecordSave saving;
    private final RecordDelete deleting;
    private final RecordRefresh refreshing;
    private final EditActions actions;
    private final RecordWatch watching;
    private final ReferenceLinks links;
    private final EmptyFields empty;
    private final FieldSearch search;
    private int generation;

    /** An empty form that remembers nothing of a table when it is gone. */
    EditModel(EditedDatabase database, ReferenceLinks links, Work work, Texts texts, EditListener listener) {
        this(database, links, KeptLayouts.forNow(), work, texts, listener);
    }

    /**
     * An empty form.
     *
     * @param links what the fields of foreign keys need
     * @param layouts what is remembered of how tables are looked at
     */
    public EditModel(
            EditedDatabase database,
            ReferenceLinks links,
            LayoutMemory layouts,
            Work work,
            Texts texts,
            EditListener listener) {
        this.links = links;
        RecordStore store = database.writes().store();
        this.database = database;
        this.listener = listener;
        this.form = new Form(texts);
        this.status = new FormStatus(new RecordTitles(store::names, texts), store.readOnly());
        this.parts = new FormParts(form, status, new FormJobs(work), texts);
        this.saving = new RecordSave(database.writes(), parts, listener);
        this.deleting = new RecordDelete(store, parts, listener);
        this.refreshing = new RecordRefresh(store, parts, listener);
        this.actions = new EditActions(status, form, parts.jobs());
        this.watching = new RecordWatch(store, work, parts, new FieldNews(database.ownWork(), texts));
        this.empty = new EmptyFields(form, layouts, texts);
        this.search = new FieldSearch(form, status, empty, texts);
        form.draft().subscribe(draft -> draft.ifPresent(status::describe));
    }

    /** Shows a record as its edit has it. */
    public void open(PendingEdit edit) {
        generation++;
        TableId table = edit.table().id();
        OpenRecord record = OpenRecord.of(
                generation,
                edit,
                database.policies().of(table),
                database.merging().of(table));
        status.opened(record);
        form.open(edit, record::lock);
        watching.opened();
    }

    /**
     * Shows nothing.
     *
     * @param next the table to offer new records of
     */
    public void close(Table next) {
        parts.close(next);
    }

    /** Records are called otherwise from now on. */
    public void renamed() {
        form.draft().get().ifPresent(status::describe);
    }

    /** Shows nothing and offers nothing. */
    public void close() {
        close(Optional.empty(), FormMessage.NONE);
    }

    /**
     * Shows nothing but a message in place of a record that is being read, or could not be.
     *
     * @param next the table to offer new records of
     */
    public void close(Optional<Table> next, FormMessage why) {
        status.closed(next);
        form.close();
        status.say(why);
    }

    /** Shows nothing in place of a record that is no longer in the database; another record stays where it is. */
    public void closed(PendingEdit deleted) {
        parts.closed(deleted, FormMessage.NONE);
    }

    /** Saves the record, unless a field has a problem that prevents it; then focuses that field. */
    public void save() {
        if (!actions.save().get()) {
            return;
        }
        status.say(FormMessage.NONE);
        endStep();
        if (form.draft().get().filter(Draft::deleted).isPresent()) {
            withBase((record, base) -> deleting.delete(record.edit(), base));
            return;
        }
        Optional<FieldModel> bad = form.firstProblem();
        bad.ifPresent(status::focusOn);
        if (bad.isEmpty()) {
            status.open().get().ifPresent(saving::save);
        }
    }

    /** Discards every change; undo restores them. */
    public void discard() {
        if (actions.discard().get()) {
            status.say(FormMessage.NONE);
            form.shown().ifPresent(PendingEdit::discard);
            form.fields().forEach(FieldModel::judge);
        }
    }

    /** Asks whether to delete the record, and then deletes it. */
    public void delete() {
        if (actions.delete().get()) {
            withBase((record, base) ->
                    listener.confirmDelete(base, title().get(), () -> deleting.delete(record.edit(), base)));
        }
    }

    /** Keeps a record that was marked to be deleted. */
    public void keep() {
        form.shown().ifPresent(edit -> edit.delete(false));
    }

    /** Reads the record again; edits are kept. */
    public void refresh() {
        if (actions.refresh().get()) {
            status.say(FormMessage.NONE);
            withBase((record, base) -> refreshing.refresh(record, base.key()));
        }
    }

    /**
     * The database can be reached again: brings the record shown up to date. Edits are kept, and a message about a save that
     * did not succeed stays.
     */
    public void reconnected() {
        if (dirty().get()) {
            watching.lookNow();
        } else {
            refresh();
        }
    }

    private void withBase(BiConsumer<OpenRecord, Snapshot> task) {
        status.open()
                .get()
                .ifPresent(record -> record.edit().draft().base().ifPresent(base -> task.accept(record, base)));
    }

    /** Asks for a new record of the same table. */
    public void newRecord() {
        if (actions.add().get()) {
            status.table().get().ifPresent(listener::newWanted);
        }
    }

    /** Undoes the last step. */
    public void undo() {
        if (actions.undo().get()) {
            form.shown().map(PendingEdit::undo).flatMap(form::firstOf).ifPresent(status::focusOn);
        }
    }

    /** Redoes the step undone last. */
    public void redo() {
        if (actions.redo().get()) {
            form.shown().map(PendingEdit::redo).flatMap(form::firstOf).ifPresent(status::focusOn);
        }
    }

    /** Ends the undo step under way; the view calls it when the focus leaves a field. */
    public void endStep() {
        form.shown().ifPresent(PendingEdit::endStep);
    }

    /** The record as edited so far; empty when nothing is open. */
    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return form.draft();
    }

    /** The edit shown; empty when nothing is open. */
    public Optional<PendingEdit> shown() {
        return form.shown();
    }

    /** Whether the record shown has changes that are not in the database. */
    public ReadOnlyBooleanProperty dirty() {
        return form.dirty();
    }

    /** Whether the record is being read or written right now. */
    public ReadOnlyBooleanProperty busy() {
        return parts.jobs().busy();
    }

    /** The fields in the table's order; the same ones as long as the table stays the same. */
    public ObservableList<FieldModel> fields() {
        return form.fields();
    }

    /** Hides the fields that hold nothing. */
    public EmptyFields empty() {
        return empty;
    }

    /** Finds fields by their names. */
    public FieldSearch search() {
        return search;
    }

    /** What the fields of foreign keys need. */
    ReferenceLinks links() {
        return links;
    }

    /**
     * Runs a task when the first check of the record being edited has ended; immediately when nothing is being edited.
     */
    public void afterFirstLook(Runnable task) {
        watching.afterFirstLook(task);
    }

    /** Which commands are available at the moment. */
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

    /** The message about the whole record. */
    public ReadOnlyObjectProperty<FormMessage> message() {
        return status.message();
    }

    /** Removes the message. */
    public void dismiss() {
        status.say(FormMessage.NONE);
    }

    /** Gives the keyboard focus to the field of a column, if a record is shown. */
    public void focusOn(Column column) {
        form.field(column.name()).ifPresent(status::focusOn);
    }

    /** The field that is to get the keyboard focus; set when a save or an undo concerns it. */
    public ReadOnlyObjectProperty<Optional<FieldModel>> focus() {
        return status.focus();
    }
}
