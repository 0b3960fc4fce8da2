package dev.concord.app.saving;

import dev.concord.app.control.Caption;
import dev.concord.app.control.ReadText;
import dev.concord.app.control.ValueText;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** All that is not saved, change by change: to be looked at, with the SQL that would run, and discarded. FX thread only. */
public final class ChangesModel {
    private final PendingEdits pending;
    private final RecordStore store;
    private final BiFunction<Table, Draft, String> titles;
    private final Work work;
    private final Texts texts;
    private final Listener listener;
    private final ValueText values;
    private final ObservableList<PendingChange> changes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper sql = new ReadOnlyStringWrapper(this, "sql", "");
    private final Subscription following;
    private int asked;

    /** Receives what a person wants next. Called on the FX thread. */
    public interface Listener {
        /** The page is left. */
        void closed();

        /** A record is to be shown in the form; the page is left. */
        void open(PendingEdit edit);

        /** Everything is to be saved; the page is left. */
        void save();
    }

    /**
     * Shows what is pending, and follows it until it is left.
     *
     * @param titles names a record to display
     */
    public ChangesModel(
            PendingEdits pending,
            RecordStore store,
            BiFunction<Table, Draft, String> titles,
            Work work,
            Texts texts,
            Listener listener) {
        this.pending = pending;
        this.store = store;
        this.titles = titles;
        this.work = work;
        this.texts = texts;
        this.listener = listener;
        this.values = new ValueText(texts);
        this.following = pending.changes().subscribe(now -> list());
    }

    /** How many changes are not saved: of columns, and of records that are to be deleted. */
    public static int count(PendingEdits pending) {
        return pending.unsaved().stream().mapToInt(ChangesModel::count).sum();
    }

    private static int count(PendingEdit edit) {
        EditState state = edit.state().get();
        long unreadable = state.unreadable().keySet().stream()
                .filter(column -> !state.draft().changes().has(column))
                .count();
        return state.deleted() ? 1 : state.draft().changes().values().size() + (int) unreadable;
    }

    private void list() {
        List<PendingChange> now = new ArrayList<>();
        pending.unsaved().forEach(edit -> now.addAll(of(edit)));
        changes.setAll(now);
        summary.set(texts.get("shell.unsaved", count(pending), pending.unsaved().size()));
    }

    private List<PendingChange> of(PendingEdit edit) {
        EditState state = edit.state().get();
        String title = titles.apply(edit.table(), state.draft());
        if (state.deleted()) {
            return List.of(new PendingChange(edit, title, Optional.empty(), "", texts.get("saving.changes.deleted")));
        }
        List<PendingChange> found = new ArrayList<>();
        for (Column column : edit.table().columns()) {
            if (state.changed(column.name())) {
                found.add(new PendingChange(
                        edit, title, Optional.of(column), before(state, column), after(state, column)));
            }
        }
        return found.isEmpty()
                ? List.of(new PendingChange(edit, title, Optional.empty(), "", texts.get("saving.changes.new")))
                : found;
    }

    private String before(EditState state, Column column) {
        return state.draft()
                .base()
                .map(base -> values.show(base.row().get(column.name()), column))
                .orElse("");
    }

    private String after(EditState state, Column column) {
        String unreadable = state.unreadable().getOrDefault(column.name(), "");
        return unreadable.isEmpty()
                ? values.show(state.draft().get(column.name()), column)
                : texts.get("saving.changes.unreadable", unreadable);
    }

    /** The name of the column of a change; empty where it concerns the whole record. */
    public String column(PendingChange change) {
        return change.column().map(column -> Caption.of(column.name())).orElse("");
    }

    /** A change in words, for screen readers. */
    public String spoken(PendingChange change) {
        return texts.get("saving.changes.spoken", change.record(), column(change), change.before(), change.after());
    }

    /** Takes changes back, as one step that can be undone as far as they are of existing records. */
    public void discard(List<PendingChange> unwanted) {
        Map<PendingEdit, Map<String, FieldInput>> existing = new LinkedHashMap<>();
        List<RecordChange> steps = new ArrayList<>();
        for (PendingChange change : unwanted) {
            PendingEdit edit = change.edit();
            Optional<Snapshot> base = edit.draft().base();
            if (change.column().isEmpty()) {
                base.ifPresentOrElse(row -> steps.add(RecordChange.deletion(edit.table(), row, false)), edit::discard);
            } else if (base.isPresent()) {
                String name = change.column().get().name();
                existing.computeIfAbsent(edit, _ -> new LinkedHashMap<>())
                        .put(name, new FieldInput(base.get().row().get(name), ""));
            } else {
                edit.type(change.column().get(), new FieldInput(Value.ofNull(), ""));
            }
        }
        existing.forEach((edit, inputs) ->
                edit.draft().base().ifPresent(base -> steps.add(new RecordChange(edit.table(), base, inputs))));
        if (!steps.isEmpty()) {
            pending.change(steps);
        }
    }

    /** Takes the last step back, whichever records it changed. */
    public void undo() {
        pending.undo();
    }

    /** Does the step taken back last again. */
    public void redo() {
        pending.redo();
    }

    /** Looks up, in the background, the SQL that would write the record of a change. Runs none of it. */
    public void showSql(PendingChange change) {
        int number = ++asked;
        EditState state = change.edit().state().get();
        Draft draft = state.draft();
        sql.set("");
        work.read(
                texts.get("saving.job.sql"),
                () -> store.reading(from -> from.statementsOf(RowWrite.of(draft))),
                outcome -> {
                    if (number == asked) {
                        sql.set(
                                switch (outcome) {
                                    case ReadOutcome.Read<List<StatementText>>(var statements) ->
                                        new StatementLines(texts).of(statements);
                                    case ReadOutcome.Unreadable<List<StatementText>> why -> new ReadText(texts).of(why);
                                });
                    }
                });
    }

    /** Leaves the page, and shows a record in the form. */
    public void open(PendingChange change) {
        following.unsubscribe();
        listener.open(change.edit());
    }

    /** Leaves the page, and saves everything. */
    public void save() {
        following.unsubscribe();
        listener.save();
    }

    /** Leaves the page. */
    public void close() {
        following.unsubscribe();
        listener.closed();
    }

    /** The changes, those of the record edited longest ago first. */
    public ObservableList<PendingChange> changes() {
        return changes;
    }

    /** How many changes there are in how many records, in words. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** The SQL asked for last; empty while it is looked up. */
    public ReadOnlyStringProperty sql() {
        return sql.getReadOnlyProperty();
    }
}
