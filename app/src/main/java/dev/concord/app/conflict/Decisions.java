package dev.concord.app.conflict;

import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Snapshot;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What has been decided so far, and the way back. FX thread only. */
final class Decisions {
    private final ReadOnlyObjectWrapper<Resolution> resolution;
    private final ChoiceHistory history = new ChoiceHistory();

    Decisions(Resolution start) {
        resolution = new ReadOnlyObjectWrapper<>(this, "resolution", start);
    }

    ReadOnlyObjectProperty<Resolution> resolution() {
        return resolution.getReadOnlyProperty();
    }

    Resolution now() {
        return resolution.get();
    }

    /** Decides one column; a column the database sets is left alone. */
    void choose(String column, Choice choice) {
        boolean choosable = now().merge()
                .field(column)
                .filter(field -> field.change() != Change.SET_BY_DATABASE)
                .isPresent();
        if (choosable) {
            decide(now().choose(column, choice));
        }
    }

    /** Decides every column still undecided, in one step. */
    void chooseAll(Choice choice) {
        Resolution all = now();
        for (FieldMerge field : all.undecided()) {
            all = all.choose(field.name(), choice);
        }
        decide(all);
    }

    void undo() {
        resolution.set(history.undo(now()));
    }

    void redo() {
        resolution.set(history.redo(now()));
    }

    void resume(Resolution kept) {
        resolution.set(now().resume(kept));
    }

    /** Takes the decisions to a newer row. What was decided against a value that moved cannot be redone. */
    void rebase(Snapshot newer) {
        Resolution rebased = now().rebase(newer);
        history.forget(rebased.moved().entrySet().stream()
                .filter(mark -> mark.getValue().readAt().equals(newer.readAt()))
                .map(Map.Entry::getKey)
                .toList());
        resolution.set(rebased);
    }

    private void decide(Resolution decided) {
        history.remember(now(), decided);
        resolution.set(decided);
    }
}
