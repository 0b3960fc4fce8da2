package dev.concord.app.workspace;

import dev.concord.app.edit.EditModel;
import dev.concord.app.pending.DraftShelf;
import dev.concord.app.pending.KeptEdit;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The edits that are not in the database: the one in the form and those put aside. FX thread only. */
final class UnsavedEdits {
    private final EditModel form;
    private final DraftShelf shelf = new DraftShelf();
    private final ObservableList<String> titles = FXCollections.observableArrayList();

    UnsavedEdits(EditModel form) {
        this.form = form;
        form.dirty().subscribe(this::count);
        form.title().subscribe(this::count);
        shelf.edits().addListener((ListChangeListener<KeptEdit>) change -> count());
    }

    DraftShelf shelf() {
        return shelf;
    }

    /** The records, named for people. */
    ObservableList<String> titles() {
        return titles;
    }

    /** Keeps the edit in the form, if there is one, so that something else can be shown. */
    void putAside(Table table) {
        Optional<Draft> draft = form.draft().get();
        if (form.dirty().get() && draft.isPresent()) {
            shelf.put(new KeptEdit(form.title().get(), table, draft.get(), form.unreadable()));
        }
    }

    boolean holds(RecordKey key) {
        return shelf.holds(key)
                || (form.dirty().get() && inForm().filter(key::equals).isPresent());
    }

    /** The record in the form; empty when there is none or it is new. */
    Optional<RecordKey> inForm() {
        return form.draft().get().flatMap(Draft::base).map(Snapshot::key);
    }

    private void count() {
        List<String> now = new ArrayList<>();
        if (form.dirty().get()) {
            now.add(form.title().get());
        }
        shelf.edits().forEach(kept -> now.add(kept.title()));
        if (!now.equals(titles)) {
            titles.setAll(now);
        }
    }
}
