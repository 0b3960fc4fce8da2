package dev.concord.app.workspace;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The titles of the records with edits that are not in the database, oldest first. FX thread only. */
final class UnsavedTitles {
    private final PendingEdits pending;
    private final RecordTitles names;
    private final ObservableList<String> titles = FXCollections.observableArrayList();

    UnsavedTitles(PendingEdits pending, RecordTitles names) {
        this.pending = pending;
        this.names = names;
        pending.unsaved().addListener((ListChangeListener<PendingEdit>) change -> update());
    }

    ObservableList<String> all() {
        return titles;
    }

    /** Says them again: an edit, or how records are named, has changed. */
    void update() {
        List<String> now = pending.unsaved().stream()
                .map(edit -> names.of(edit.table(), edit.draft()))
                .toList();
        if (!now.equals(titles)) {
            titles.setAll(now);
        }
    }
}
