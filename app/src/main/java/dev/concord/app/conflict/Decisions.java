package dev.concord.app.conflict;

import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import java.time.Instant;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The decisions made so far, with undo and redo. FX thread only. */
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

    /** Decides one column, and with it those of its group; a column the database sets is left alone. */
    void choose(String column, Choice choice) {
        choose(Map.of(column, choice));
    }

    /** Decides several columns, in one step. */
    void choose(Map<String, Choice> choices) {
        Resolution decided = now();
        for (var entry : choices.entrySet()) {
            boolean choosable = decided.merge()
                    .field(entry.getKey())
                    .filter(field -> field.change() != Change.SET_BY_DATABASE)
                    .isPresent();
            if (choosable) {
                decided = decided.choose(entry.getKey(), entry.getValue());
            }
        }
        decide(decided);
    }

    /** Decides every column still undecided, in one step. */
    void chooseAll(Choice choice) {
        Resolution all = now();
        for (FieldMerge field : all.undecided()) {
            all = all.choose(field.name(), choice);
        }
        decide(all);
    }

    /** Splits a column's group, so that its columns are decided one by one; does nothing where there is none to split. */
    void separate(String column) {
        Resolution before = now();
        before.merge()
                .field(column)
                .flatMap(FieldMerge::group)
                .filter(ColumnGroup::splittable)
                .ifPresent(group -> decide(before.split(group)));
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

    /** Goes on with the same decisions on a newer row. Decisions against values that changed cannot be redone. */
    void moveTo(Resolution rebased) {
        Instant readAt = rebased.merge().theirs().readAt();
        history.forget(rebased.moved().entrySet().stream()
                .filter(mark -> mark.getValue().readAt().equals(readAt))
                .map(Map.Entry::getKey)
                .toList());
        resolution.set(rebased);
    }

    private void decide(Resolution decided) {
        history.remember(now(), decided);
        resolution.set(decided);
    }
}
