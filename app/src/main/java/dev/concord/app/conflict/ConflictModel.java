package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HoldModel;
import dev.concord.app.conflict.parts.PartsModel;
import dev.concord.app.conflict.reference.MergedReferences;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.TargetRow;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.ui.text.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * The merge of one record, which the user decides. Nothing is written until the user saves. When the row changes again
 * meanwhile, the same decisions are continued on the newer row. FX thread only.
 */
public final class ConflictModel {
    private final RecordAccess access;
    private final String record;
    private final Work work;
    private final ConflictListener listener;
    private final Decisions decisions;
    private final Findings findings;
    private final FieldNavigation navigation;
    private final ConstraintCheck constraints;
    private final ReferenceModel references;
    private final ConflictSave save;
    private final FileExport exporting;
    private final ReadOnlyObjectWrapper<Optional<PartsModel>> parts =
            new ReadOnlyObjectWrapper<>(this, "parts", Optional.empty());

    /** Starts with nothing decided. */
    public ConflictModel(RecordMerge merge, RecordAccess access, Work work, Texts texts, ConflictListener listener) {
        this.access = access;
        this.work = work;
        this.listener = listener;
        record = new RecordTitles(access::names, texts).of(merge.table(), merge.theirs());
        ConflictState state = ConflictState.of(merge, texts);
        decisions = state.decisions();
        findings = state.findings();
        navigation = state.navigation();
        constraints = new ConstraintCheck(access::dryRun, work, texts.get("conflict.rehearsing", record), findings);
        references = new ReferenceModel(access, work, texts.get("conflict.looking-up", record));
        save = new ConflictSave(record, access, work, texts, state, listener);
        exporting = new FileExport(work, texts, findings);
        MergedReferences.lookUp(decisions.now(), references);
        constraints.of(decisions.now());
        decisions.resolution().subscribe((before, now) -> {
            findings.decided(before, now);
            MergedReferences.lookUp(now, references);
            constraints.of(now);
        });
    }

    /** Takes over earlier decisions where they were made between the same values. */
    public void resume(Resolution kept) {
        decisions.resume(kept);
        navigation.toFirstUndecided();
    }

    /** The title of the record, as the database held it when the merge began. */
    String record() {
        return record;
    }

    /** The merge with everything decided so far. */
    public ReadOnlyObjectProperty<Resolution> resolution() {
        return decisions.resolution();
    }

    public ObjectProperty<FieldFilter> filter() {
        return navigation.filter();
    }

    /** The current column, on which the keyboard acts; empty when there is none. */
    public ReadOnlyStringProperty current() {
        return navigation.current();
    }

    /** What the database rejects: a sentence by column. */
    public ReadOnlyObjectProperty<Map<String, String>> problems() {
        return findings.problems();
    }

    /** One sentence about the whole record; empty when there is none. */
    public ReadOnlyStringProperty notice() {
        return findings.notice();
    }

    /** Whether a save is under way; meanwhile nothing can be changed. */
    public ReadOnlyBooleanProperty saving() {
        return save.running();
    }

    /** The value that is being decided part by part; empty while none is. */
    ReadOnlyObjectProperty<Optional<PartsModel>> parts() {
        return parts.getReadOnlyProperty();
    }

    public ReferenceModel references() {
        return references;
    }

    public HoldModel holding() {
        return save.holding();
    }

    Work work() {
        return work;
    }

    /** Whether the row in the database was written by another window of this program. */
    public boolean writtenHere() {
        return access.writtenHere(decisions.now().merge().theirs());
    }

    /** The fields to show: those of the filter and those with a problem. */
    public List<FieldMerge> shown() {
        return navigation.shown();
    }

    /** Makes a column the current one, on which the keyboard acts. */
    public void select(String column) {
        navigation.select(column);
    }

    /** Goes to the next field to decide, from the last to the first. */
    public void next() {
        navigation.step(1);
    }

    /** Goes to the previous field to decide, from the first to the last. */
    public void previous() {
        navigation.step(-1);
    }

    /** Decides one column, and with it those of its group; a column the database sets is left alone. */
    public void choose(String column, Choice choice) {
        decide(() -> decisions.choose(column, choice));
    }

    /** Decides several columns in one step. */
    public void choose(Map<String, Choice> choices) {
        decide(() -> decisions.choose(choices));
    }

    /** Decides the columns of a reference, so that the result leads to a row. */
    void refer(TargetRow target) {
        Map<String, Choice> choices = new HashMap<>();
        target.columns().values().forEach((column, value) -> choices.put(column, new Choice.Typed(value)));
        choose(choices);
    }

    /** Decides every column still undecided. */
    public void chooseAll(Choice choice) {
        decide(() -> decisions.chooseAll(choice));
    }

    /** Splits the group of a column, so that its columns are decided one by one. */
    void separate(String column) {
        decide(() -> decisions.separate(column));
    }

    public void undo() {
        decide(decisions::undo);
    }

    public void redo() {
        decide(decisions::redo);
    }

    /** Opens the parts of a value; does nothing for a value without parts. */
    void openParts(String column) {
        // While the record is asked for, its values may still change.
        boolean asked = save.holding().state().get() instanceof HoldModel.State.Asked;
        if (!saving().get() && !asked) {
            select(column);
            parts.set(decisions.now().merge().field(column).flatMap(field -> PartsModel.of(decisions.now(), field)));
        }
    }

    /** Goes back from the parts to the fields and takes over what was decided. */
    void closeParts() {
        Optional<PartsModel> open = parts.get();
        parts.set(Optional.empty());
        open.filter(PartsModel::changed).ifPresent(closed -> choose(closed.column(), closed.choice()));
    }

    /** Saves the result; while a field is undecided, goes to it and reports it instead. */
    public void save() {
        if (!saving().get()) {
            closeParts();
            constraints.stop();
            save.send();
        }
    }

    /** Writes both sides' bytes to files in the background, and reports where they are. */
    void saveBoth(String column, Path folder) {
        decisions
                .now()
                .merge()
                .field(column)
                .flatMap(SideFiles::of)
                .ifPresent(files -> exporting.export(files, folder));
    }

    /** Requests a hold of the record, so that no other user changes it while the merge is finished. */
    public void hold() {
        closeParts();
        save.hold();
    }

    /** Goes back to the form and keeps every edit and decision; does nothing while a save is under way. */
    public void cancel() {
        if (!saving().get()) {
            closeParts();
            save.end();
            listener.cancelled(decisions.now());
        }
    }

    private void decide(Runnable decision) {
        if (!saving().get()) {
            decision.run();
        }
    }
}
