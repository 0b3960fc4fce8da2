package dev.concord.app.edit;

import dev.concord.app.pending.PendingEdit;
import dev.concord.app.task.Watch;
import dev.concord.app.task.Work;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Watches the record while it is edited: reads it at the first change and every 30 seconds as long as there are
 * changes. Columns that were not edited here are updated; beside those that were, a sentence says what the database
 * holds. FX thread only.
 */
final class RecordWatch {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final RecordStore store;
    private final Work work;
    private final FormParts parts;
    private final Form form;
    private final FieldNews news;
    private final BackgroundMerge comparing;
    private Optional<Watch> watch = Optional.empty();
    private boolean goneTold;
    private boolean failureTold;

    RecordWatch(RecordStore store, Work work, FormParts parts, FieldNews news) {
        this.store = store;
        this.work = work;
        this.parts = parts;
        this.form = parts.form();
        this.news = news;
        this.comparing = new BackgroundMerge((task, then) -> work.aside(task::get, then));
        form.dirty().subscribe((was, now) -> restart());
    }

    /** Another record is in the form, perhaps with edits from before. */
    void opened() {
        restart();
    }

    /** Looks at once: the connection is back, and nobody knows what has changed meanwhile. */
    void lookNow() {
        restart();
    }

    /** Runs a task when the first check of the record being edited has ended; immediately when no check is running. */
    void afterFirstLook(Runnable task) {
        watch.ifPresentOrElse(looking -> looking.afterFirstLook(task), task);
    }

    private void restart() {
        watch.ifPresent(Watch::stop);
        watch = Optional.empty();
        goneTold = false;
        failureTold = false;
        Optional<RecordKey> key = form.draft().get().flatMap(Draft::base).map(Snapshot::key);
        boolean editing =
                parts.status().mode().get() == EditMode.EDITING && form.dirty().get();
        if (editing && key.isPresent()) {
            OpenRecord record = parts.status().open().get().orElseThrow();
            watch = Optional.of(work.watch(
                    PAUSE, () -> store.reading(from -> from.find(key.get())), outcome -> seen(record, outcome)));
        }
    }

    private void seen(OpenRecord record, ReadOutcome<Optional<Snapshot>> outcome) {
        if (quiet(record)) {
            switch (outcome) {
                case ReadOutcome.Read<Optional<Snapshot>>(Optional<Snapshot> found) ->
                    found.ifPresentOrElse(theirs -> compare(record, theirs), this::gone);
                case ReadOutcome.Unreadable<Optional<Snapshot>> why -> unreadable(why);
            }
        }
    }

    /** What is over by the next look is not reported: a lost connection, of which the window tells, and a lock. */
    private void unreadable(ReadOutcome.Unreadable<?> why) {
        boolean passing = why.why() == ReadOutcome.Reason.CONNECTION_LOST || why.why() == ReadOutcome.Reason.LOCKED;
        if (!passing && !failureTold) {
            failureTold = true;
            parts.status().say(FailureMessage.unread(why, parts.texts()));
        }
    }

    private boolean quiet(OpenRecord record) {
        return parts.status().stillOpen(record) && !parts.jobs().busy().get();
    }

    /** The result is dropped when the edit is saved or discarded in the meantime. */
    private void compare(OpenRecord record, Snapshot theirs) {
        Snapshot base = form.draft().get().flatMap(Draft::base).orElseThrow();
        if (!theirs.token().equals(base.token())) {
            comparing.compare(
                    record,
                    theirs,
                    () -> form.draft()
                            .get()
                            .filter(draft -> quiet(record) && form.dirty().get())
                            .filter(draft -> draft.base().equals(Optional.of(base))),
                    merge -> compared(record.edit(), merge));
        }
    }

    private void gone() {
        if (!goneTold) {
            goneTold = true;
            parts.status().say(news.gone());
        }
    }

    private void compared(PendingEdit edit, RecordMerge merge) {
        Draft mine = merge.mine();
        List<FieldMerge> untouched =
                merge.having(Change.THEIRS).stream().filter(this::readable).toList();
        boolean asked = merge.rules().automatic() == Automatic.NOTHING;
        if (asked) {
            tell(merge, merge.having(Change.THEIRS));
        } else if (merge.having(Change.DECISION, Change.MERGED, Change.EQUAL).isEmpty()
                && untouched.equals(merge.having(Change.THEIRS))) {
            edit.rebase(merge.merged());
        } else {
            edit.rebase(onto(refreshed(mine.base().orElseThrow(), untouched), mine));
        }
        if (!asked) {
            untouched.forEach(field -> field(field).ifPresent(f -> f.news(news.refreshed(merge))));
        }
        tell(merge, merge.having(Change.DECISION, Change.MERGED));
    }

    /** Text that is no value yet counts as edited, although the draft does not hold it. */
    private boolean readable(FieldMerge field) {
        return field(field).filter(f -> !f.unreadable().get().isEmpty()).isEmpty();
    }

    /**
     * Returns the base, with the columns that were not edited here as the database holds them now. It keeps its token:
     * the save must still find it stale, because the edited columns have not been merged.
     */
    private static Snapshot refreshed(Snapshot base, List<FieldMerge> untouched) {
        Row row = base.row();
        for (FieldMerge field : untouched) {
            row = row.with(field.name(), field.theirs());
        }
        return new Snapshot(base.key(), row, base.token(), base.readAt());
    }

    private static Draft onto(Snapshot base, Draft mine) {
        return new Draft(mine.table(), Optional.of(base), mine.changes(), mine.added(), mine.deleted());
    }

    private void tell(RecordMerge merge, List<FieldMerge> fields) {
        for (FieldMerge changed : fields) {
            if (!changed.theirs().equals(changed.base())) {
                field(changed).ifPresent(f -> f.news(news.kept(changed, merge)));
            }
        }
    }

    private Optional<FieldModel> field(FieldMerge changed) {
        return form.field(changed.name());
    }
}
