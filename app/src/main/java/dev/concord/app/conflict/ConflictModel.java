package dev.concord.app.conflict;

import dev.concord.app.control.OutcomeText;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.store.Outcome;
import dev.concord.store.SaveOutcome;
import dev.concord.store.Violation;
import dev.concord.ui.text.Texts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Lets a person resolve one conflict. Nothing is saved or lost until they save; a row that changes once more while they
 * decide is the same conflict on a newer row. FX thread only.
 */
public final class ConflictModel {
    private final Function<Draft, SaveOutcome> save;
    private final Work work;
    private final Texts texts;
    private final ConflictWords words;
    private final Listener listener;
    private final Decisions decisions;
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(this, "filter", Filter.NEEDS_DECISION);
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current", "");
    private final ReadOnlyObjectWrapper<Map<String, String>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final WriteUnderWay saving;

    /** Who opened the merge is told how it ended, once, on the FX thread. */
    public interface Listener {
        /** The result is in the database. */
        void resolved(Snapshot saved);

        /** The person went back to the form; give what they decided to {@link ConflictModel#resume} another time. */
        void cancelled(Resolution kept);

        /** The row was deleted before the result could be saved. */
        void gone(Draft wanted);
    }

    /**
     * Starts with every decision open.
     *
     * @param setByDatabase columns the database makes although the catalog cannot tell; see {@link RecordMerge#of}
     * @param rules how the table's rows are merged
     * @param save the guarded save, called in the background
     */
    public ConflictModel(
            Table table,
            Draft mine,
            Snapshot theirs,
            Set<String> setByDatabase,
            MergeRules rules,
            Function<Draft, SaveOutcome> save,
            Work work,
            Texts texts,
            Listener listener) {
        this.save = save;
        this.work = work;
        this.saving = new WriteUnderWay(work);
        this.texts = texts;
        this.words = new ConflictWords(texts);
        this.listener = listener;
        Resolution start = Resolution.of(RecordMerge.of(table, mine, theirs, setByDatabase, rules));
        this.decisions = new Decisions(start);
        filter.set(start.merge().clean() ? Filter.MERGED : Filter.NEEDS_DECISION);
        selectFirstUndecided();
    }

    /** Takes up decisions made before, where they were made between the same values. */
    public void resume(Resolution kept) {
        decisions.resume(kept);
        selectFirstUndecided();
    }

    /** The merge with everything decided so far. */
    public ReadOnlyObjectProperty<Resolution> resolution() {
        return decisions.resolution();
    }

    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /** The column the keyboard acts on; empty when none is. */
    public ReadOnlyStringProperty current() {
        return current.getReadOnlyProperty();
    }

    /** What the database does not accept, a sentence by column. */
    public ReadOnlyObjectProperty<Map<String, String>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** One sentence about the whole record; empty when there is nothing to say. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a save is under way; meanwhile nothing can be changed. */
    public ReadOnlyBooleanProperty saving() {
        return saving.running();
    }

    /** The fields to show: those of the filter and those with a problem; what the database sets comes last. */
    public List<FieldMerge> shown() {
        return decisions.now().merge().fields().stream()
                .filter(field -> filter.get().shows(field) || problems.get().containsKey(field.name()))
                .sorted(Comparator.comparing(field -> field.change() == Change.SET_BY_DATABASE))
                .toList();
    }

    /** Makes a column the one the keyboard acts on. */
    public void select(String column) {
        current.set(column);
    }

    /** Goes to the next field to decide, from the last to the first. */
    public void next() {
        step(1);
    }

    /** Goes to the previous field to decide, from the first to the last. */
    public void previous() {
        step(-1);
    }

    /** Decides one column; a column the database sets is left alone. */
    public void choose(String column, Choice choice) {
        decide(() -> decisions.choose(column, choice));
    }

    /** Decides every column still undecided. */
    public void chooseAll(Choice choice) {
        decide(() -> decisions.chooseAll(choice));
    }

    public void undo() {
        decide(decisions::undo);
    }

    public void redo() {
        decide(decisions::redo);
    }

    /** Saves the result; while something is undecided, goes there and says so instead. */
    public void save() {
        if (saving().get()) {
            return;
        }
        int undecided = decisions.now().undecided().size();
        if (undecided > 0) {
            selectFirstUndecided();
            notice.set(texts.get("conflict.notice.undecided", undecided));
            return;
        }
        notice.set("");
        problems.set(Map.of());
        Draft draft = decisions.now().toDraft();
        String title = texts.get(
                "conflict.saving", words.record(decisions.now().merge().theirs().key()));
        saving.follow(work.write(title, () -> save.apply(draft), outcome -> answered(outcome, draft)));
    }

    /** Goes back to the form: every edit and every decision is kept. Not while a save is under way. */
    public void cancel() {
        if (!saving().get()) {
            listener.cancelled(decisions.now());
        }
    }

    private void answered(SaveOutcome outcome, Draft draft) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (outcome) {
            case Outcome.Saved saved -> listener.resolved(saved.snapshot());
            case Outcome.Stale stale -> rebase(stale.theirs());
            case Outcome.Gone gone -> listener.gone(draft);
            case Outcome.Rejected rejected -> show(rejected.violations());
            case Outcome.Refused refused -> notice.set(sentence.of(refused));
            case Outcome.LockTimeout locked -> notice.set(sentence.of(locked));
            case Outcome.TableChanged changed -> notice.set(sentence.of(changed));
            case Outcome.Unconfirmed unconfirmed -> notice.set(sentence.of(unconfirmed));
        }
    }

    private void rebase(Snapshot newer) {
        decisions.rebase(newer);
        notice.set(words.again(decisions.now()));
        selectFirstUndecided();
    }

    private void show(List<Violation> violations) {
        RecordMerge merge = decisions.now().merge();
        Rejection rejection = Rejection.of(violations, merge.table(), texts);
        problems.set(rejection.atColumns());
        notice.set(rejection.general());
        rejection.firstOf(merge).ifPresent(this::select);
    }

    /** A problem stays at its field until that is decided anew. */
    private void decide(Runnable decision) {
        if (saving().get()) {
            return;
        }
        Resolution before = decisions.now();
        decision.run();
        Resolution after = decisions.now();
        Map<String, String> left = new HashMap<>(problems.get());
        left.keySet().removeIf(column -> !before.choice(column).equals(after.choice(column)));
        problems.set(Map.copyOf(left));
        notice.set("");
    }

    private void selectFirstUndecided() {
        decisions.now().undecided().stream().map(FieldMerge::name).findFirst().ifPresent(this::goTo);
    }

    private void step(int by) {
        Resolution now = decisions.now();
        List<FieldMerge> stops = now.undecided().isEmpty() ? now.merge().decisions() : now.undecided();
        Tour.step(now.merge().fields(), stops, current.get(), by).ifPresent(this::goTo);
    }

    private void goTo(String column) {
        decisions.now().merge().field(column).ifPresent(field -> {
            if (!filter.get().shows(field) && !problems.get().containsKey(column)) {
                filter.set(Filter.NEEDS_DECISION);
            }
            select(column);
        });
    }
}
