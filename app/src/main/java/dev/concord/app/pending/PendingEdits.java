package dev.concord.app.pending;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.drafts.KeptDraft;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The only owner of unsaved work in a window: every edit that is not in the database, by its record. Screens show an edit
 * and write through to it; none keeps values of its own.
 *
 * <p>An edit is kept as long as it is dirty. Some of the last edits without changes are kept as well, so that undo survives a
 * visit to another record; when such a record is read again, only the columns that are the same as before keep their steps. FX
 * thread only.
 */
public final class PendingEdits {
    private final EditIndex edits = new EditIndex();
    private final EditOrder order = new EditOrder();
    private final EditOwner<PendingEdit> owner = new Owner();
    private final ObservableList<PendingEdit> unsaved = FXCollections.observableArrayList();
    private final ObservableList<PendingEdit> readOnly = FXCollections.unmodifiableObservableList(unsaved);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private final EditStorage storage;
    /** What changes in one step of several records, to be listed at its end; empty when there is no such step. */
    private Optional<Set<PendingEdit>> together = Optional.empty();

    private long newRecords;

    /** Edits that are kept in memory only. */
    public PendingEdits() {
        this(EditStorage.NONE);
    }

    /** @param storage given every change of an edit that is not in the database */
    public PendingEdits(EditStorage storage) {
        this.storage = storage;
    }

    /** What the edits need of each other. */
    private final class Owner implements EditOwner<PendingEdit> {
        @Override
        public void changed(PendingEdit edit, EditState before) {
            PendingEdits.this.changed(edit, before);
        }

        @Override
        public EditOrder order() {
            return order;
        }

        @Override
        public SaveNotes notes() {
            return storage;
        }

        @Override
        public void undo(long step) {
            List<PendingEdit> concerned = edits.having(EditHistory::lastDone, step);
            together(() -> concerned.forEach(PendingEdit::takeBack));
        }

        @Override
        public void redo(long step) {
            List<PendingEdit> concerned = edits.having(EditHistory::lastUndone, step);
            together(() -> concerned.forEach(PendingEdit::doAgain));
        }
    }

    /**
     * Returns the edit of a record: the one under way with all that was changed, else one without changes.
     *
     * @param now the record as the database holds it
     */
    public PendingEdit open(Table table, Snapshot now) {
        PendingEdit edit = of(table, now);
        edits.trim();
        return edit;
    }

    private PendingEdit of(Table table, Snapshot now) {
        Optional<PendingEdit> known = find(now.key());
        known.filter(edit -> !edit.dirty()).ifPresent(edit -> {
            if (edit.table().equals(table)) {
                edit.rebase(Draft.of(now));
            } else {
                edits.remove(edit);
            }
        });
        PendingEdit edit = known.filter(edits::contains)
                .orElseGet(() -> new PendingEdit(new EditId.Existing(now.key()), table, Draft.of(now), owner));
        edits.add(edit);
        return edit;
    }

    /**
     * Begins a new record.
     *
     * @param filledIn a draft without a base
     */
    public PendingEdit begin(Table table, Draft filledIn) {
        return begin(reserve(), table, filledIn);
    }

    /** Returns the name of a new record, to be begun later. */
    public EditId.New reserve() {
        return new EditId.New(++newRecords);
    }

    /**
     * Begins a new record.
     *
     * @param id from {@link #reserve}
     * @param filledIn a draft without a base
     */
    public PendingEdit begin(EditId.New id, Table table, Draft filledIn) {
        PendingEdit edit = new PendingEdit(id, table, filledIn, owner);
        list(edit);
        store(edit, false);
        return shown(edit);
    }

    /**
     * Changes many records in one step, which one {@link #undo} takes back. A record that is being edited keeps its other
     * changes.
     */
    public void change(List<RecordChange> wanted) {
        change(wanted, List.of());
    }

    /** Changes many records and begins new ones in one step, which one {@link #undo} takes back. */
    public void change(List<RecordChange> wanted, List<RecordAddition> added) {
        together(() -> {
            wanted.forEach(change -> of(change.table(), change.now()).change(change.inputs()));
            added.forEach(this::add);
        });
        edits.trim();
    }

    private void add(RecordAddition added) {
        TableId table = added.table().id();
        EditId.New id = added.id().orElseGet(this::reserve);
        PendingEdit edit =
                find(id.rowIn(table)).orElseGet(() -> new PendingEdit(id, added.table(), Draft.newRow(table), owner));
        edits.add(edit);
        edit.change(added.inputs());
    }

    /** Runs a task that changes several records, as one step. */
    private void together(Runnable task) {
        if (together.isPresent()) {
            task.run();
            return;
        }
        Set<PendingEdit> changed = new LinkedHashSet<>();
        together = Optional.of(changed);
        try {
            order.together(task);
        } finally {
            together = Optional.empty();
            listAll(changed);
            changes.set(changes.get() + 1);
        }
    }

    /**
     * Takes the last step back, whichever records it changed.
     *
     * @return the edits it concerned; empty when there is nothing to undo
     */
    public List<PendingEdit> undo() {
        long step = edits.last(EditHistory::lastDone);
        List<PendingEdit> concerned = step == 0 ? List.of() : edits.having(EditHistory::lastDone, step);
        if (step != 0) {
            owner.undo(step);
        }
        return concerned;
    }

    /**
     * Does the step again that was taken back last, unless another step was made since.
     *
     * @return the edits it concerned; empty when there is nothing to do again
     */
    public List<PendingEdit> redo() {
        long step = edits.last(EditHistory::lastUndone);
        boolean possible = step > order.lastMade();
        List<PendingEdit> concerned = possible ? edits.having(EditHistory::lastUndone, step) : List.of();
        if (possible) {
            owner.redo(step);
        }
        return concerned;
    }

    /** Counts the changes of edits; a step of many records counts once. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /**
     * Continues the unsaved edits of other ones, which are not used any more; their steps to undo stay behind.
     *
     * @return the edits that were begun, each by the one it continues
     */
    public Map<PendingEdit, PendingEdit> takeOver(PendingEdits others) {
        Map<PendingEdit, PendingEdit> taken = new LinkedHashMap<>();
        for (PendingEdit other : others.unsaved) {
            PendingEdit edit = new PendingEdit(other, owner);
            list(edit);
            storage.takeOver(edit);
            taken.put(other, edit);
        }
        newRecords = Math.max(newRecords, others.newRecords);
        return taken;
    }

    /**
     * Continues an edit that was kept on the disk.
     *
     * @param table the table as it is now
     * @param decisions what was decided so far of a merge
     * @return the edit; empty when another edit of the same record is under way
     */
    public Optional<PendingEdit> resume(Table table, KeptDraft kept, Optional<Resolution> decisions) {
        Optional<RecordKey> key = kept.draft().base().map(Snapshot::key);
        if (key.filter(this::isUnsaved).isPresent()) {
            return Optional.empty();
        }
        key.flatMap(this::find).ifPresent(edits::remove);
        EditId id = key.<EditId>map(EditId.Existing::new).orElseGet(() -> new EditId.New(++newRecords));
        PendingEdit edit = new PendingEdit(id, table, kept.draft(), kept.unreadable(), kept.id(), owner);
        edit.queue(kept.queued());
        decisions.ifPresent(edit::keep);
        list(edit);
        return Optional.of(shown(edit));
    }

    private PendingEdit shown(PendingEdit edit) {
        edits.add(edit);
        edits.trim();
        return edit;
    }

    /** Drops an edit with all that was changed: its record is deleted, or its changes live on in another edit. */
    public void drop(PendingEdit edit) {
        edits.remove(edit);
        if (unsaved.remove(edit)) {
            if (edit.state().get().deleted()) {
                storage.remove(edit);
            } else {
                storage.discard(edit, edit.state().get());
            }
        }
    }

    /**
     * Discards every edit that is not in the database, as one step; what is kept on the disk of them can be restored for a
     * week.
     */
    public void discardAll() {
        discard(List.copyOf(unsaved));
    }

    /** Discards some edits, as one step. */
    public void discard(List<PendingEdit> some) {
        together(() -> some.forEach(PendingEdit::discard));
    }

    /** The edit of a record, with or without changes; also of a new one, by its row in a grid. */
    public Optional<PendingEdit> find(RecordKey key) {
        return edits.find(key);
    }

    /** Whether a record has changes that are not in the database. */
    public boolean isUnsaved(RecordKey key) {
        return find(key).filter(PendingEdit::dirty).isPresent();
    }

    /**
     * The edits that are not in the database, oldest first; unmodifiable. The list also reports a change when one of them
     * goes on from another row, because its record may have another key or name by then.
     */
    public ObservableList<PendingEdit> unsaved() {
        return readOnly;
    }

    private void changed(PendingEdit edit, EditState before) {
        edits.rekey(edit);
        boolean otherRow = !before.draft().base().equals(edit.draft().base());
        if (before.dirty() != edit.dirty() || otherRow) {
            together.ifPresentOrElse(changed -> changed.add(edit), () -> list(edit));
        }
        if (before.dirty() && edit.discarding()) {
            storage.discard(edit, before);
        } else {
            store(edit, before.dirty());
        }
        if (together.isEmpty()) {
            changes.set(changes.get() + 1);
        }
    }

    /** Whether an edit that is kept on the disk is one of these. */
    public boolean has(KeptDraft kept) {
        return unsaved.stream().anyMatch(edit -> edit.draftId().equals(kept.id()));
    }

    private void store(PendingEdit edit, boolean before) {
        if (edit.dirty()) {
            storage.put(edit);
        } else if (before) {
            storage.remove(edit);
        }
    }

    /** An edit that is dirty is kept, also when it had been dropped before. */
    private void list(PendingEdit edit) {
        keep(edit);
        int place = unsaved.indexOf(edit);
        if (edit.dirty()) {
            if (place < 0) {
                unsaved.add(edit);
            } else {
                unsaved.set(place, edit);
            }
        } else if (place >= 0) {
            unsaved.remove(place);
        }
    }

    /** Lists the edits of one step with one change of the list. */
    private void listAll(Set<PendingEdit> changed) {
        if (changed.isEmpty()) {
            return;
        }
        changed.forEach(this::keep);
        Set<PendingEdit> now = new LinkedHashSet<>(unsaved);
        now.addAll(changed);
        now.removeIf(edit -> !edit.dirty());
        unsaved.setAll(now);
    }

    private void keep(PendingEdit edit) {
        if (edit.dirty() && !edits.contains(edit)) {
            edits.add(edit);
        }
    }
}
