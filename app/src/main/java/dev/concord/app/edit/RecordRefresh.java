package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the open record again. Edits stay: what a colleague changed elsewhere is taken over, and said. */
final class RecordRefresh {
    private final RecordStore store;
    private final FormJobs jobs;
    private final Texts texts;
    private final Form form;
    private final EditModel model;
    private final FormStatus status;
    private final EditListener listener;
    private final BackgroundMerge comparing;

    RecordRefresh(
            RecordStore store,
            FormJobs jobs,
            Texts texts,
            Form form,
            EditModel model,
            FormStatus status,
            EditListener listener) {
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        this.form = form;
        this.model = model;
        this.status = status;
        this.listener = listener;
        this.comparing = new BackgroundMerge((task, then) -> jobs.read(texts.get("edit.job.compare"), task, then));
    }

    void refresh(OpenRecord record, RecordKey key) {
        jobs.read(texts.get("edit.job.refresh", record.table().id().name()), () -> store.find(key), found -> {
            if (status.stillOpen(record)) {
                found.ifPresentOrElse(theirs -> compare(record, theirs), () -> gone(record, key));
            }
        });
    }

    private void compare(OpenRecord record, Snapshot theirs) {
        comparing.compare(
                record, theirs, () -> form.draft().get().filter(draft -> status.stillOpen(record)), this::compared);
    }

    private void compared(RecordMerge merge) {
        if (merge.clean()) {
            form.rebase(merge.merged());
            tell("edit.refreshed", Tone.INFO, merge.having(Change.THEIRS));
        } else {
            tell("edit.refresh-conflict", Tone.WARNING, merge.decisions());
        }
    }

    private void tell(String key, Tone tone, List<FieldMerge> fields) {
        if (!fields.isEmpty()) {
            String names =
                    fields.stream().map(FieldMerge::name).map(Caption::of).collect(Collectors.joining(", "));
            status.say(new FormMessage(tone, texts.get(key, names), ""));
        }
    }

    private void gone(OpenRecord record, RecordKey key) {
        Optional<Draft> edits = form.draft().get().filter(draft -> form.dirty().get());
        if (edits.isPresent()) {
            listener.gone(record.table(), edits.get());
        } else {
            model.close(record.table());
            status.say(new FormMessage(Tone.INFO, texts.get("edit.deleted-before"), ""));
            listener.deleted(key);
        }
    }
}
