package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.pending.PendingEdit;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the open record again. Edits are kept; other columns take a colleague's changes, and a message names them. */
final class RecordRefresh {
    private final RecordStore store;
    private final FormParts parts;
    private final EditListener listener;
    private final BackgroundMerge comparing;

    RecordRefresh(RecordStore store, FormParts parts, EditListener listener) {
        this.store = store;
        this.parts = parts;
        this.listener = listener;
        this.comparing = new BackgroundMerge(
                (task, then) -> parts.jobs().read(parts.texts().get("edit.job.compare"), task, then));
    }

    /** Reads the record; an answer that comes when the form shows something else is dropped. */
    void refresh(OpenRecord record, RecordKey key) {
        String title = parts.texts().get("edit.job.refresh", record.table().id().name());
        parts.jobs().read(title, () -> store.reading(from -> from.find(key)), outcome -> {
            if (parts.status().stillOpen(record)) {
                switch (outcome) {
                    case ReadOutcome.Read<Optional<Snapshot>>(Optional<Snapshot> found) ->
                        found.ifPresentOrElse(theirs -> compare(record, theirs), () -> gone(record.edit(), key));
                    case ReadOutcome.Unreadable<Optional<Snapshot>> why ->
                        parts.status().say(FailureMessage.unread(why, parts.texts()));
                }
            }
        });
    }

    private void compare(OpenRecord record, Snapshot theirs) {
        comparing.compare(
                record,
                theirs,
                () -> Optional.of(record.edit().draft())
                        .filter(draft -> parts.status().stillOpen(record)),
                merge -> compared(record.edit(), merge));
    }

    private void compared(PendingEdit edit, RecordMerge merge) {
        if (merge.clean()) {
            edit.rebase(merge.merged());
            tell("edit.refreshed", Tone.INFO, merge.having(Change.THEIRS));
        } else {
            tell("edit.refresh-conflict", Tone.WARNING, merge.decisions());
        }
    }

    private void tell(String key, Tone tone, List<FieldMerge> fields) {
        if (!fields.isEmpty()) {
            String names =
                    fields.stream().map(FieldMerge::name).map(Caption::of).collect(Collectors.joining(", "));
            parts.status().say(new FormMessage(tone, parts.texts().get(key, names), ""));
        }
    }

    private void gone(PendingEdit edit, RecordKey key) {
        if (edit.dirty()) {
            listener.gone(edit, edit.draft());
        } else {
            parts.closed(edit, new FormMessage(Tone.INFO, parts.texts().get("edit.deleted-before"), ""));
            listener.deleted(edit, key);
        }
    }
}
