package dev.concord.app.pending;

import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Edits put aside, so that looking elsewhere loses nothing. FX thread only. */
public final class DraftShelf {
    private final ObservableList<KeptEdit> edits = FXCollections.observableArrayList();

    /** Keeps an edit, in place of an older one of the same record. */
    public void put(KeptEdit edit) {
        edit.key().ifPresent(this::drop);
        edits.add(edit);
    }

    /** Returns a record's edit and no longer keeps it. */
    public Optional<KeptEdit> take(RecordKey key) {
        Optional<KeptEdit> edit = edits.stream()
                .filter(e -> e.key().filter(key::equals).isPresent())
                .findFirst();
        edit.ifPresent(edits::remove);
        return edit;
    }

    /** No longer keeps this edit. */
    public void take(KeptEdit edit) {
        edits.remove(edit);
    }

    /** Forgets an edit that is in the database now; one that was typed on since stays. */
    public void settled(Draft sent) {
        edits.removeIf(e -> e.draft().equals(sent) && e.unreadable().isEmpty());
    }

    /** Forgets a record's edit, if there is one. */
    public void drop(RecordKey key) {
        Predicate<KeptEdit> same = e -> e.key().filter(key::equals).isPresent();
        edits.removeIf(same);
    }

    public boolean holds(RecordKey key) {
        return edits.stream().anyMatch(e -> e.key().filter(key::equals).isPresent());
    }

    /** The edits, oldest first. */
    public ObservableList<KeptEdit> edits() {
        return edits;
    }
}
