package dev.concord.app.paste;

import dev.concord.app.control.ReadText;
import dev.concord.app.paste.PasteAnswer.Judged;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordAddition;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A change of many cells: its preview, cell by cell, from the rows as the database holds them now and what is edited of them, and
 * then all of it as one step of pending edits. Nothing is written to the database. FX thread only.
 */
public final class PasteModel {
    /** So many cells are changed without a preview, when nothing about them needs to be said. */
    private static final int FEW = 200;

    private final PasteTarget target;
    private final PasteInput input;
    private final RecordStore store;
    private final PendingEdits pending;
    private final Work work;
    private final Texts texts;
    private final PasteText words;
    private final PasteListener listener;
    private final PasteRun run;
    private final ReadOnlyObjectWrapper<PasteAnswer> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", new PasteAnswer.Waiting());
    private final ObservableList<CellLine> lines = FXCollections.observableArrayList();
    private final BooleanProperty onlyRefused = new SimpleBooleanProperty(this, "onlyRefused");
    private final BooleanProperty keep = new SimpleBooleanProperty(this, "keep");
    private Optional<Job> looking = Optional.empty();
    private int generation;
    private boolean asking;
    private boolean ended;
    /** Whether it is to be applied as soon as it is judged. */
    private boolean wanted;

    private PasteModel(PasteTarget target, PasteInput input, PasteServices services, PasteListener listener) {
        this.target = target;
        this.input = input;
        this.store = services.store();
        this.pending = services.pending();
        this.work = services.work();
        this.texts = services.texts();
        this.words = new PasteText(texts);
        this.listener = listener;
        this.run = new PasteRun(target, edited(), texts);
        this.asking = !quick();
        onlyRefused.subscribe((before, now) -> list());
        input.whenChanged(this::look);
    }

    /**
     * Pastes a text.
     *
     * @param asNewRows whether all of it becomes new rows
     */
    public static PasteModel block(
            PasteTarget target, String text, boolean asNewRows, PasteServices services, PasteListener listener) {
        return new PasteModel(
                target, new BlockInput(text, target.table(), asNewRows, services.texts()), services, listener);
    }

    /** Fills the first row's values into the rows below. */
    public static PasteModel fillDown(PasteTarget target, PasteServices services, PasteListener listener) {
        return new PasteModel(target, new FillInput(), services, listener);
    }

    /** Sets all cells to one value that is asked for. */
    public static PasteModel oneValue(PasteTarget target, PasteServices services, PasteListener listener) {
        return new PasteModel(target, ValueInput.asked(services.texts()), services, listener);
    }

    /** Sets all cells to one value that was typed. */
    public static PasteModel typed(PasteTarget target, String typed, PasteServices services, PasteListener listener) {
        PasteModel model = new PasteModel(target, ValueInput.typed(typed, services.texts()), services, listener);
        model.asking = false;
        return model;
    }

    /** Sets all cells to NULL. */
    public static PasteModel none(PasteTarget target, PasteServices services, PasteListener listener) {
        ValueInput none = ValueInput.asked(services.texts());
        none.none().set(true);
        PasteModel model = new PasteModel(target, none, services, listener);
        model.asking = false;
        return model;
    }

    /** Replaces in all cells what is asked for. */
    public static PasteModel replace(PasteTarget target, PasteServices services, PasteListener listener) {
        return new PasteModel(target, new ReplaceInput(services.texts()), services, listener);
    }

    /** Whether it is done without a preview when nothing needs to be said: fill down, and one value into one cell. */
    private boolean quick() {
        return input instanceof FillInput
                || (input instanceof BlockInput block && !block.allNew().get());
    }

    /** Finds out what it would do; asks as soon as there is something to be seen or chosen. */
    public void start() {
        if (asking) {
            listener.ask();
        }
        look();
    }

    private Map<RecordKey, EditState> edited() {
        Map<RecordKey, EditState> edited = new HashMap<>();
        for (PendingEdit edit : pending.unsaved()) {
            if (edit.table().id().equals(target.table().id())) {
                edited.put(edit.row(), edit.state().get());
            }
        }
        return edited;
    }

    private void look() {
        looking.ifPresent(Job::abandon);
        int asked = ++generation;
        var reader = input.reader();
        PasteChoices choices = PasteChoices.of(input);
        answer.set(new PasteAnswer.Waiting());
        looking = Optional.of(work.read(
                texts.get("paste.job"), () -> store.reading(from -> run.look(from, reader, choices)), outcome -> {
                    if (asked == generation && !ended) {
                        looked(outcome);
                    }
                }));
    }

    private void looked(ReadOutcome<PasteAnswer> outcome) {
        PasteAnswer found =
                switch (outcome) {
                    case ReadOutcome.Read<PasteAnswer>(PasteAnswer read) -> read;
                    case ReadOutcome.Unreadable<PasteAnswer> why ->
                        new PasteAnswer.Unusable(new ReadText(texts).of(why));
                };
        answer.set(found);
        list();
        if (asking) {
            if (wanted && found instanceof Judged judged && judged.plain()) {
                apply();
            }
            wanted = false;
            return;
        }
        switch (found) {
            case Judged judged when judged.plain() && judged.cells().changed() <= few() -> apply();
            case PasteAnswer.Unusable(String sentence) -> end(() -> listener.say(sentence, Optional.empty()));
            case Judged _, PasteAnswer.Waiting _ -> {
                asking = true;
                listener.ask();
            }
        }
    }

    private int few() {
        return input instanceof BlockInput ? 1 : FEW;
    }

    private void list() {
        lines.setAll(
                answer.get() instanceof Judged judged
                        ? onlyRefused.get()
                                ? judged.cells().refusals()
                                : judged.cells().lines()
                        : List.of());
    }

    /**
     * Makes all changes as one step of pending edits, and ends; does nothing while there are none. What is not judged yet is
     * applied then, if there is nothing to be said about it.
     */
    public void apply() {
        if (answer.get() instanceof Judged judged && !ended) {
            apply(judged);
        } else {
            wanted = answer.get() instanceof PasteAnswer.Waiting;
        }
    }

    private void apply(Judged judged) {
        Table table = target.table();
        List<RecordChange> changes = new ArrayList<>();
        List<RecordAddition> additions = new ArrayList<>();
        int cells = 0;
        Map<Integer, Map<String, FieldInput>> inputs = judged.cells().inputs(keep.get());
        for (var row : inputs.entrySet()) {
            Optional<RowToChange> changed =
                    Optional.ofNullable(judged.cells().rows().get(row.getKey()));
            cells += row.getValue().size();
            changed.flatMap(RowToChange::now)
                    .ifPresentOrElse(
                            snapshot -> changes.add(new RecordChange(table, snapshot, row.getValue())),
                            () -> additions.add(
                                    new RecordAddition(table, changed.flatMap(RowToChange::id), row.getValue())));
        }
        if (cells == 0) {
            if (!asking) {
                end(() -> listener.say(texts.get("paste.same"), Optional.empty()));
            }
            return;
        }
        pending.change(changes, additions);
        String sentence = words.done(cells, inputs.size());
        end(() -> listener.say(sentence, Optional.of(this::undo)));
    }

    private void undo() {
        pending.undo();
        listener.say(texts.get("paste.undone"), Optional.empty());
    }

    /** Ends it without a change. */
    public void cancel() {
        end(() -> {});
    }

    private void end(Runnable then) {
        if (!ended) {
            ended = true;
            looking.ifPresent(Job::abandon);
            listener.ended();
            then.run();
        }
    }

    /** The cells to change. */
    PasteTarget target() {
        return target;
    }

    /** What can be chosen. */
    PasteInput input() {
        return input;
    }

    /** What it would do. */
    ReadOnlyObjectProperty<PasteAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** The lines of the preview. */
    ObservableList<CellLine> lines() {
        return lines;
    }

    /** Whether the preview shows only cells that cannot change. */
    BooleanProperty onlyRefused() {
        return onlyRefused;
    }

    /** Whether what cannot be is kept in the edits nevertheless, to be put right there. */
    BooleanProperty keep() {
        return keep;
    }
}
