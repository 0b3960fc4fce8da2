package dev.concord.app.pending;

import dev.concord.catalog.Table;
import dev.concord.drafts.KeptDraft;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The only owner of unsaved work in a window: every edit that is not in the database, by its record. Screens show an edit
 * and write through to it; none keeps values of its own.
 *
 * <p>An edit is kept as long as it is dirty. The last {@value #MOST_CLEAN} edits without changes are kept as well, so that
 * undo survives a visit to another record; when such a record is read again, only the columns that are the same as before
 * keep their steps. FX thread only.
 */
public final class PendingEdits {
    /** Each holds one row in memory. */
    private static final int MOST_CLEAN = 20;

    /** All edits, those opened longest ago first. */
    private final List<PendingEdit> all = new ArrayList<>();

    private final ObservableList<PendingEdit> unsaved = FXCollections.observableArrayList();
    private final ObservableList<PendingEdit> readOnly = FXCollections.unmodifiableObservableList(unsaved);
    private final EditStorage storage;
    private long newRecords;

    /** Edits that are kept in memory only. */
    public PendingEdits() {
        this(EditStorage.NONE);
    }

    /** @param storage given every change of an edit that is not in the database */
    public PendingEdits(EditStorage storage) {
        this.storage = storage;
    }

    /**
     * Returns the edit of a record: the one under way with all that was changed, else one without changes.
     *
     * @param now the record as the database holds it
     */
    public PendingEdit open(Table table, Snapshot now) {
        Optional<PendingEdit> known = find(now.key());
        known.filter(edit -> !edit.dirty()).ifPresent(edit -> {
            if (edit.table().equals(table)) {
                edit.rebase(Draft.of(now));
            } else {
                all.remove(edit);
            }
        });
        PendingEdit edit = known.filter(all::contains)
                .orElseGet(() ->
                        new PendingEdit(new EditId.Existing(now.key()), table, Draft.of(now), this::changed, storage));
        return shown(edit);
    }

    /**
     * Begins a new record.
     *
     * @param filledIn a draft without a base
     */
    public PendingEdit begin(Table table, Draft filledIn) {
        PendingEdit edit = new PendingEdit(new EditId.New(++newRecords), table, filledIn, this::changed, storage);
        list(edit);
        store(edit, false);
        return shown(edit);
    }

    /**
     * Continues the unsaved edits of other ones, which are not used any more; their steps to undo stay behind.
     *
     * @return the edits that were begun, each by the one it continues
     */
    public Map<PendingEdit, PendingEdit> takeOver(PendingEdits others) {
        Map<PendingEdit, PendingEdit> taken = new LinkedHashMap<>();
        for (PendingEdit other : others.unsaved) {
            PendingEdit edit = new PendingEdit(other, this::changed, storage);
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
        key.flatMap(this::find).ifPresent(all::remove);
        EditId id = key.<EditId>map(EditId.Existing::new).orElseGet(() -> new EditId.New(++newRecords));
        PendingEdit edit =
                new PendingEdit(id, table, kept.draft(), kept.unreadable(), kept.id(), this::changed, storage);
        edit.queue(kept.queued());
        decisions.ifPresent(edit::keep);
        list(edit);
        return Optional.of(shown(edit));
    }

    /** Puts an edit among the last ones, and drops the oldest of those without changes. */
    private PendingEdit shown(PendingEdit edit) {
        all.remove(edit);
        all.add(edit);
        List<PendingEdit> clean = all.stream().filter(e -> !e.dirty()).toList();
        all.removeAll(clean.subList(0, Math.max(0, clean.size() - MOST_CLEAN)));
        return edit;
    }

    /** Drops an edit with all that was changed: its record is deleted, or its changes live on in another edit. */
    public void drop(PendingEdit edit) {
        all.remove(edit);
        if (unsaved.remove(edit)) {
            storage.discard(edit, edit.state().get());
        }
    }

    /** Discards every edit that is not in the database; what is kept on the disk of them can be restored for a week. */
    public void discardAll() {
        List.copyOf(unsaved).forEach(PendingEdit::discard);
    }

    /** The edit of a record, with or without changes. */
    public Optional<PendingEdit> find(RecordKey key) {
        return all.stream().filter(edit -> edit.key().equals(Optional.of(key))).findFirst();
    }

    /** Whether a record has changes that are not in the database. */
    public boolean isUnsaved(RecordKey key) {
        return unsaved.stream().anyMatch(edit -> edit.key().equals(Optional.of(key)));
    }

    /**
     * The edits that are not in the database, oldest first; unmodifiable. The list also reports a change when one of them
     * goes on from another row, because its record may have another key or name by then.
     */
    public ObservableList<PendingEdit> unsaved() {
        return readOnly;
    }

    private void changed(PendingEdit edit, EditState before) {
        boolean otherRow = !before.draft().base().equals(edit.draft().base());
        if (before.dirty() != edit.dirty() || otherRow) {
            list(edit);
        }
        if (before.dirty() && edit.discarding()) {
            storage.discard(edit, before);
        } else {
            store(edit, before.dirty());
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
        int place = unsaved.indexOf(edit);
        if (edit.dirty()) {
            if (!all.contains(edit)) {
                all.add(edit);
            }
            if (place < 0) {
                unsaved.add(edit);
            } else {
                unsaved.set(place, edit);
            }
        } else if (place >= 0) {
            unsaved.remove(place);
        }
    }
}
