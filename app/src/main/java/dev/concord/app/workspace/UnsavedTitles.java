package dev.concord.app.workspace;

import dev.concord.app.edit.RecordTitle;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The titles of the records with edits that are not in the database, oldest first. FX thread only. */
final class UnsavedTitles {
    private final PendingEdits pending;
    private final Texts texts;
    private final ObservableList<String> titles = FXCollections.observableArrayList();

    UnsavedTitles(PendingEdits pending, Texts texts) {
        this.pending = pending;
        this.texts = texts;
        pending.unsaved().addListener((ListChangeListener<PendingEdit>) change -> update());
    }

    ObservableList<String> all() {
        return titles;
    }

    private void update() {
        List<String> now = pending.unsaved().stream()
                .map(edit -> RecordTitle.of(edit.table(), edit.draft(), texts))
                .toList();
        if (!now.equals(titles)) {
            titles.setAll(now);
        }
    }
}
