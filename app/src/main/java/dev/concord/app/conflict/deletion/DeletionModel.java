package dev.concord.app.conflict.deletion;

import dev.concord.app.control.OutcomeText;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The choices when one side deleted a record and the other edited it. Nothing is written before a choice. FX thread only. */
public final class DeletionModel {
    private final Set<String> setByDatabase;
    private final Function<Draft, InsertOutcome> insert;
    private final Function<Snapshot, DeleteOutcome> delete;
    private final Work work;
    private final Texts texts;
    private final DeletionText words;
    private final RecordTitles titles;
    private final Listener listener;
    private final JobGroup jobs = new JobGroup();
    private final ReadOnlyObjectWrapper<DeletionCase> situation;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    /** Receives the end of the question, once, on the FX thread. */
    public interface Listener {
        /** The record stays deleted; the draft is to be kept. */
        void leftDeleted(Draft kept);

        /** The record was inserted again, perhaps under another key. */
        void inserted(Snapshot saved);

        /** A new record is to be opened, not saved yet. */
        void copied(Draft newRow);

        /**
         * The record is deleted now.
         *
         * @param row as it was then
         */
        void deleted(Snapshot row);

        /** The record stays as the database has it. */
        void keptRow(Snapshot theirs);

        /** The person has read that both deleted it. */
        void closed(RecordKey key);
    }

    /**
     * Starts with nothing chosen.
     *
     * @param setByDatabase columns set by the database although the catalog does not show it; never copied
     * @param insert inserts a new row, called in the background
     * @param delete the guarded delete, called in the background
     */
    public DeletionModel(
            DeletionCase situation,
            Set<String> setByDatabase,
            Function<Draft, InsertOutcome> insert,
            Function<Snapshot, DeleteOutcome> delete,
            Work work,
            RecordTitles titles,
            Listener listener) {
        this.situation = new ReadOnlyObjectWrapper<>(this, "situation", situation);
        this.setByDatabase = Set.copyOf(setByDatabase);
        this.insert = insert;
        this.delete = delete;
        this.work = work;
        this.titles = titles;
        this.texts = titles.texts();
        this.words = new DeletionText(titles);
        this.listener = listener;
    }

    DeletionText words() {
        return words;
    }

    Work work() {
        return work;
    }

    /** What happened; becomes another case when the database changes again. */
    public ReadOnlyObjectProperty<DeletionCase> situation() {
        return situation.getReadOnlyProperty();
    }

    /** One sentence when a choice could not be carried out; empty otherwise. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a write is under way; meanwhile nothing can be chosen. */
    public ReadOnlyBooleanProperty writing() {
        return jobs.busy();
    }

    /** The fields that differ between the two sides, without those set by the database. */
    List<FieldDifference> differences() {
        List<FieldDifference> all =
                switch (situation.get()) {
                    case DeletionCase.DeletedUnderEdit c -> edited(c.table(), c.mine());
                    case DeletionCase.HiddenUnderEdit c -> edited(c.table(), c.mine());
                    case DeletionCase.ChangedUnderDelete c ->
                        FieldDifference.between(
                                c.table(), c.mine().row(), c.theirs().row());
                    case DeletionCase.DeletedByBoth c -> List.of();
                };
        return all.stream()
                .filter(difference ->
                        !setByDatabase.contains(difference.column().name()))
                .toList();
    }

    /** Ends the question without writing; the person's edits are kept. */
    public void leave() {
        if (writing().get()) {
            return;
        }
        switch (situation.get()) {
            case DeletionCase.DeletedUnderEdit c -> listener.leftDeleted(c.mine());
            case DeletionCase.HiddenUnderEdit c -> listener.leftDeleted(c.mine());
            case DeletionCase.ChangedUnderDelete c -> listener.keptRow(c.theirs());
            case DeletionCase.DeletedByBoth c -> listener.closed(c.mine().key());
        }
    }

    /** Inserts the deleted row again; under a new key where the database generates it. */
    public void insertAgain() {
        if (situation.get() instanceof DeletionCase.DeletedUnderEdit c
                && !writing().get()) {
            Draft row = newRow(c.table(), c.mine(), setByDatabase);
            notice.set("");
            String title = texts.get("conflict.deletion.inserting", titles.of(c.table(), c.mine()));
            jobs.add(work.write(title, () -> insert.apply(row), outcome -> inserted(outcome, c.table())));
        }
    }

    /** Opens a new record with the person's values and without the key. */
    public void copyAsNew() {
        if (writing().get()) {
            return;
        }
        switch (situation.get()) {
            case DeletionCase.DeletedUnderEdit c -> copy(c.table(), c.mine());
            case DeletionCase.HiddenUnderEdit c -> copy(c.table(), c.mine());
            case DeletionCase.ChangedUnderDelete c -> {}
            case DeletionCase.DeletedByBoth c -> {}
        }
    }

    /** Deletes the row as it is in the database now; a row that changed again is shown first. */
    public void deleteAnyway() {
        if (situation.get() instanceof DeletionCase.ChangedUnderDelete c
                && !writing().get()) {
            notice.set("");
            String title = texts.get("conflict.deletion.deleting", titles.of(c.table(), c.theirs()));
            jobs.add(work.write(title, () -> delete.apply(c.theirs()), outcome -> deleted(outcome, c)));
        }
    }

    private void inserted(InsertOutcome outcome, Table table) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (outcome) {
            case Outcome.Saved saved -> listener.inserted(saved.snapshot());
            case Outcome.Rejected rejected -> notice.set(words.rejected(rejected.violations(), table));
            case Outcome.Refused refused -> notice.set(sentence.of(refused));
            case Outcome.LockTimeout locked -> notice.set(sentence.of(locked));
            case Outcome.TableChanged changed -> notice.set(sentence.of(changed));
            case Outcome.Unconfirmed unconfirmed -> notice.set(sentence.of(unconfirmed));
        }
    }

    private void deleted(DeleteOutcome outcome, DeletionCase.ChangedUnderDelete asked) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (outcome) {
            case Outcome.Deleted _ -> listener.deleted(asked.theirs());
            case Outcome.Gone _ -> situation.set(new DeletionCase.DeletedByBoth(asked.table(), asked.mine()));
            case Outcome.Stale stale -> {
                situation.set(new DeletionCase.ChangedUnderDelete(asked.table(), asked.mine(), stale.theirs()));
                notice.set(words.again(stale.theirs()));
            }
            case Outcome.Rejected rejected -> notice.set(words.rejected(rejected.violations(), asked.table()));
            case Outcome.Refused refused -> notice.set(sentence.of(refused));
            case Outcome.LockTimeout locked -> notice.set(sentence.of(locked));
            case Outcome.TableChanged changed -> notice.set(sentence.of(changed));
            case Outcome.Unconfirmed unconfirmed -> notice.set(sentence.of(unconfirmed));
        }
    }

    private void copy(Table table, Draft mine) {
        Draft row = newRow(table, mine, setByDatabase);
        for (String column : table.rowKey().map(key -> key.columns()).orElse(List.of())) {
            row = row.without(column);
        }
        listener.copied(row);
    }

    private static Draft newRow(Table table, Draft mine, Set<String> left) {
        Draft row = Draft.newRow(table.id());
        for (Column column : table.columns()) {
            if (column.generation() == Generation.NONE && !left.contains(column.name())) {
                row = row.with(column.name(), mine.get(column.name()));
            }
        }
        return row;
    }

    private static List<FieldDifference> edited(Table table, Draft mine) {
        Row base = mine.base().map(Snapshot::row).orElse(Row.EMPTY);
        return FieldDifference.between(table, base, mine.row());
    }
}
