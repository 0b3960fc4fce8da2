package dev.concord.app.workspace;

import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.saved.Reversal;
import dev.concord.app.saved.SavedRecord;
import dev.concord.app.saved.SavedStep;
import dev.concord.app.saved.SavedSteps;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes a save back: what is to be written becomes unsaved edits, which are saved in the usual guarded way, so that what somebody
 * else has written since is merged and never lost. FX thread only.
 */
final class TakeBack {
    private final SavedSteps steps;
    private final PendingEdits pending;
    private final PendingSave saving;
    private final Prompt prompt;
    private final Texts texts;
    private final BooleanSupplier free;

    /** @param free whether nothing is being asked, read or written */
    TakeBack(
            SavedSteps steps,
            PendingEdits pending,
            PendingSave saving,
            Prompt prompt,
            Texts texts,
            BooleanSupplier free) {
        this.steps = steps;
        this.pending = pending;
        this.saving = saving;
        this.prompt = prompt;
        this.texts = texts;
        this.free = free;
    }

    /** Takes the last save back. */
    void last() {
        if (free.getAsBoolean()) {
            steps.takeLast().ifPresentOrElse(this::run, () -> say("shell.take-back.none"));
        }
    }

    /** Takes a save back, unless that was done already or is too long ago. */
    void take(SavedStep step) {
        if (!free.getAsBoolean()) {
            return;
        }
        if (steps.take(step)) {
            run(step);
        } else {
            say("shell.take-back.none");
        }
    }

    private void run(SavedStep step) {
        List<RecordChange> changes = new ArrayList<>();
        List<Reversal.Insert> inserts = new ArrayList<>();
        List<RecordKey> written = new ArrayList<>();
        for (SavedRecord record : step.records().reversed()) {
            Optional<Reversal> reversal = record.reversal();
            if (reversal.isEmpty()) {
                say("shell.take-back.too-large");
                return;
            }
            switch (reversal.get()) {
                case Reversal.Change(var table, Snapshot from, Draft back) -> {
                    changes.add(new RecordChange(table, from, inputs(back)));
                    written.add(from.key());
                }
                case Reversal.Delete(var table, Snapshot row) -> {
                    changes.add(RecordChange.deletion(table, row, true));
                    written.add(row.key());
                }
                case Reversal.Insert insert -> inserts.add(insert);
            }
        }
        // What is unsaved in these records stays unsaved, together with what is taken back of them.
        List<RecordKey> alone =
                written.stream().filter(key -> !pending.isUnsaved(key)).toList();
        pending.change(changes);
        List<PendingEdit> edits = new ArrayList<>();
        inserts.forEach(insert -> edits.add(pending.begin(insert.table(), insert.row())));
        alone.forEach(key -> pending.find(key).filter(PendingEdit::dirty).ifPresent(edits::add));
        int waiting = written.size() - alone.size();
        String done = waiting == 0
                ? texts.get("shell.take-back.done", edits.size())
                : texts.get("shell.take-back.partly", edits.size(), waiting);
        saving.save(edits, done);
    }

    private static Map<String, FieldInput> inputs(Draft back) {
        Map<String, FieldInput> inputs = new HashMap<>();
        back.changes()
                .values()
                .forEach((column, value) -> inputs.put(
                        column, new FieldInput(value, "", back.added().contains(column))));
        return inputs;
    }

    private void say(String key) {
        prompt.say(new Notice(texts.get(key)));
    }

    /** Returns the offer to take a save back. */
    Notice.Offer offer(SavedStep step) {
        return new Notice.Offer(texts.get("shell.take-back"), () -> take(step));
    }
}
