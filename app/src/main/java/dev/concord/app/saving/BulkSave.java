package dev.concord.app.saving;

import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.drafts.Sending;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.store.BatchPolicy;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Saves many records, and merges those that need no decision. Called in the background; safe to share between threads.
 */
final class BulkSave {
    /** Stale saves of one record after which it is left for the person to save again. */
    private static final int MOST_TRIES = 5;

    private final MergedWrites writes;
    private final RecordStore store;
    private final Policies policies;
    private final Merging merging;
    private final BulkFailureText failures;

    BulkSave(MergedWrites writes, Policies policies, Merging merging, Texts texts) {
        this.writes = writes;
        this.store = writes.store();
        this.policies = policies;
        this.merging = merging;
        this.failures = new BulkFailureText(texts);
    }

    /**
     * A record that is being saved.
     *
     * @param place its index in the answer
     * @param sent what is sent: the person's draft, or it merged with what the database held
     * @param merge what was merged
     */
    private record Attempt(int place, Unsaved record, Draft sent, Optional<RecordMerge> merge) {

        Attempt merged(RecordMerge with) {
            return new Attempt(place, record, with.merged(), Optional.of(with));
        }

        RowWrite write() {
            return RowWrite.of(sent);
        }

        NotedWrite noted() {
            return new NotedWrite(record, sent);
        }

        SaveResult saved(Snapshot now) {
            List<String> alsoKept = merge.map(m -> m.having(Change.THEIRS, Change.MERGED).stream()
                            .map(FieldMerge::name)
                            .toList())
                    .orElse(List.of());
            return alsoKept.isEmpty() ? new SaveResult.Saved(sent, now) : new SaveResult.Merged(sent, now, alsoKept);
        }
    }

    /** Saves all that can be saved. Returns a result for each record, in their order; none is still waiting. */
    List<SaveResult> each(List<Unsaved> records) {
        List<SaveResult> results = waiting(records);
        List<Attempt> open = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Unsaved record = records.get(i);
            if (!record.readable()) {
                results.set(i, failures.unreadable());
            } else if (record.isNew()) {
                results.set(i, insert(record));
            } else {
                open.add(new Attempt(i, record, record.draft(), Optional.empty()));
            }
        }
        try (MergedWrites.Operation operation = writes.begin()) {
            for (int tried = 0; tried < MOST_TRIES && !open.isEmpty(); tried++) {
                open = round(operation, open, BatchPolicy.SKIP_AND_REPORT, results);
            }
        }
        open.forEach(attempt -> results.set(attempt.place(), failures.busy()));
        return results;
    }

    /**
     * Saves all in one transaction, or none. Returns for each record what prevents it from being saved, as far as that is
     * known before the database has accepted the others.
     */
    List<SaveResult> together(List<Unsaved> records) {
        List<SaveResult> results = waiting(records);
        List<Attempt> open = new ArrayList<>();
        Map<RecordKey, Snapshot> now = new HashMap<>();
        Optional<ReadOutcome.Unreadable<?>> unread = readNow(records, now);
        if (unread.isPresent()) {
            results.replaceAll(waiting -> failures.unread(unread.get()));
            return results;
        }
        for (int i = 0; i < records.size(); i++) {
            Unsaved record = records.get(i);
            Attempt attempt = new Attempt(i, record, record.draft(), Optional.empty());
            if (!record.readable()) {
                results.set(i, failures.unreadable());
            } else {
                onto(now, attempt, results).ifPresent(open::add);
            }
        }
        // A record that was to be deleted and is gone already holds nobody back.
        int wanted = (int) results.stream()
                .filter(result -> !(result instanceof SaveResult.Deleted))
                .count();
        try (MergedWrites.Operation operation = writes.begin()) {
            for (int tried = 0; tried < MOST_TRIES && wanted > 0 && open.size() == wanted; tried++) {
                open = round(operation, open, BatchPolicy.ABORT_ALL, results);
            }
        }
        boolean busy = open.size() == wanted;
        open.forEach(attempt -> results.set(attempt.place(), busy ? failures.busy() : new SaveResult.HeldBack()));
        return results;
    }

    /** Saves what a person decided, each record by itself; a row that has changed again needs another decision. */
    List<SaveResult> decided(List<SimilarRecords.Result> decisions) {
        try (MergedWrites.Operation operation = writes.begin()) {
            return decided(operation, decisions);
        }
    }

    private List<SaveResult> decided(MergedWrites.Operation operation, List<SimilarRecords.Result> decisions) {
        List<SaveResult> results = new ArrayList<>(Collections.nCopies(decisions.size(), new SaveResult.Waiting()));
        List<Integer> places = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        List<NotedWrite> sums = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Resolution decision = decisions.get(i).resolution();
            RecordMerge merge = decision.merge();
            Draft draft = decision.toDraft();
            Optional<Outcome.Refused> refused = operation.keep(merge.mine(), draft);
            if (refused.isPresent()) {
                results.set(i, failures.of(refused.get(), merge.table()));
            } else {
                places.add(i);
                drafts.add(draft);
                sums.add(new NotedWrite(decisions.get(i).record(), draft));
            }
        }
        sums.forEach(NotedWrite::note);
        List<BatchOutcome.Entry> entries =
                store.saveAll(drafts, BatchPolicy.SKIP_AND_REPORT).entries();
        for (int i = 0; i < entries.size(); i++) {
            sums.get(i).answered(entries.get(i));
            RecordMerge merge = decisions.get(places.get(i)).resolution().merge();
            Draft sent = drafts.get(i);
            results.set(
                    places.get(i),
                    switch (entries.get(i)) {
                        case BatchOutcome.Saved(Snapshot now) -> new SaveResult.Saved(sent, now);
                        case BatchOutcome.Deleted _ -> throw new IllegalStateException("Nothing was to be deleted");
                        case BatchOutcome.RolledBack _ -> new SaveResult.HeldBack();
                        case BatchOutcome.NotSaved(Outcome.Unwritten why) ->
                            switch (why) {
                                case Outcome.Stale(Snapshot theirs) ->
                                    new SaveResult.NeedsDecision(merge(merge.table(), merge.mine(), theirs));
                                case Outcome.Gone _ -> failures.gone();
                                case Outcome.Failure failure -> failures.of(failure, merge.table());
                            };
                    });
        }
        return results;
    }

    /**
     * Deletes rows that somebody changed, as the person saw them last; a row that has changed again needs another decision.
     *
     * @param asked the table of each row, and the row
     */
    List<SaveResult> deleted(List<Table> tables, List<SaveResult.NeedsDeletion> asked) {
        List<RowWrite> writes = asked.stream()
                .map(row -> RowWrite.of(Draft.of(row.theirs()).deleted(true)))
                .toList();
        List<BatchOutcome.Entry> entries =
                store.writeAll(writes, BatchPolicy.SKIP_AND_REPORT).entries();
        List<SaveResult> results = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            results.add(deleted(tables.get(i), asked.get(i), entries.get(i)));
        }
        return results;
    }

    private SaveResult deleted(Table table, SaveResult.NeedsDeletion asked, BatchOutcome.Entry entry) {
        return switch (entry) {
            case BatchOutcome.Deleted _ -> new SaveResult.DeletedAnyway(asked.theirs());
            case BatchOutcome.Saved _ -> throw new IllegalStateException("Everything was to be deleted");
            case BatchOutcome.RolledBack _ -> new SaveResult.HeldBack();
            case BatchOutcome.NotSaved(Outcome.Unwritten why) ->
                switch (why) {
                    case Outcome.Stale(Snapshot theirs) -> new SaveResult.NeedsDeletion(asked.mine(), theirs);
                    case Outcome.Gone _ -> new SaveResult.Deleted();
                    case Outcome.Failure failure -> failures.of(failure, table);
                };
        };
    }

    /** Journals what was merged, saves once, and returns what is to be tried again. */
    private List<Attempt> round(
            MergedWrites.Operation operation, List<Attempt> wanted, BatchPolicy policy, List<SaveResult> results) {
        List<Attempt> open = wanted.stream()
                .filter(attempt -> kept(operation, attempt, results))
                .toList();
        if (policy == BatchPolicy.ABORT_ALL && open.size() < wanted.size()) {
            return open;
        }
        open.forEach(attempt -> attempt.noted().note());
        List<BatchOutcome.Entry> entries = store.writeAll(
                        open.stream().map(Attempt::write).toList(), policy)
                .entries();
        List<Attempt> again = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Attempt attempt = open.get(i);
            attempt.noted().answered(entries.get(i));
            switch (entries.get(i)) {
                case BatchOutcome.Saved(Snapshot now) -> results.set(attempt.place(), attempt.saved(now));
                case BatchOutcome.Deleted _ -> results.set(attempt.place(), new SaveResult.Deleted());
                case BatchOutcome.RolledBack _ -> again.add(attempt);
                case BatchOutcome.NotSaved(Outcome.Stale(Snapshot theirs)) ->
                    merged(attempt, theirs, results).ifPresent(again::add);
                case BatchOutcome.NotSaved(Outcome.Gone _) -> results.set(attempt.place(), gone(attempt));
                case BatchOutcome.NotSaved(Outcome.Failure failure) ->
                    results.set(
                            attempt.place(),
                            failures.of(failure, attempt.record().table()));
            }
        }
        return again;
    }

    /** Whether a merge is in the journal, so that it may be written. */
    private boolean kept(MergedWrites.Operation operation, Attempt attempt, List<SaveResult> results) {
        Optional<Outcome.Refused> refused = attempt.merge().isEmpty()
                ? Optional.empty()
                : operation.keep(attempt.record().draft(), attempt.sent());
        refused.ifPresent(why ->
                results.set(attempt.place(), failures.of(why, attempt.record().table())));
        return refused.isEmpty();
    }

    /** Merges a record with its row as it is now, so that all open decisions are known before anything is written. */
    private Optional<Attempt> onto(Map<RecordKey, Snapshot> now, Attempt attempt, List<SaveResult> results) {
        Optional<Snapshot> base = attempt.record().draft().base();
        if (base.isEmpty()) {
            return Optional.of(attempt);
        }
        Optional<Snapshot> theirs = Optional.ofNullable(now.get(base.get().key()));
        if (theirs.isEmpty()) {
            results.set(attempt.place(), gone(attempt));
            return Optional.empty();
        }
        return theirs.get().token().equals(base.get().token())
                ? Optional.of(attempt)
                : merged(attempt, theirs.get(), results);
    }

    private SaveResult gone(Attempt attempt) {
        return attempt.record().deleted() ? new SaveResult.Deleted() : failures.gone();
    }

    private Optional<Attempt> merged(Attempt attempt, Snapshot theirs, List<SaveResult> results) {
        Unsaved record = attempt.record();
        if (record.deleted()) {
            results.set(
                    attempt.place(),
                    new SaveResult.NeedsDeletion(record.draft().base().orElseThrow(), theirs));
            return Optional.empty();
        }
        RecordMerge merge = merge(record.table(), record.draft(), theirs);
        if (merge.automatic()) {
            return Optional.of(attempt.merged(merge));
        }
        results.set(attempt.place(), new SaveResult.NeedsDecision(merge));
        return Optional.empty();
    }

    private RecordMerge merge(Table table, Draft mine, Snapshot theirs) {
        return RecordMerge.of(table, mine, theirs, policies.of(table.id()).versionColumns(), merging.of(table.id()));
    }

    private SaveResult insert(Unsaved record) {
        return switch (record.mark().around(Sending.of(record.draft()), () -> store.insert(record.draft()))) {
            case Outcome.Saved(Snapshot now) -> new SaveResult.Saved(record.draft(), now);
            case Outcome.Failure failure -> failures.of(failure, record.table());
        };
    }

    /**
     * Reads the rows as they are now.
     *
     * @param now receives them
     * @return why not all of them could be read
     */
    private Optional<ReadOutcome.Unreadable<?>> readNow(List<Unsaved> records, Map<RecordKey, Snapshot> now) {
        Map<TableId, List<RecordKey>> keys = records.stream()
                .flatMap(record -> record.draft().base().map(Snapshot::key).stream())
                .collect(Collectors.groupingBy(RecordKey::table));
        for (var wanted : keys.entrySet()) {
            switch (store.reading(from -> from.findAll(wanted.getKey(), wanted.getValue()))) {
                case ReadOutcome.Read<Map<RecordKey, Snapshot>>(var rows) -> now.putAll(rows);
                case ReadOutcome.Unreadable<Map<RecordKey, Snapshot>> why -> {
                    return Optional.of(why);
                }
            }
        }
        return Optional.empty();
    }

    private static List<SaveResult> waiting(List<Unsaved> records) {
        return new ArrayList<>(Collections.nCopies(records.size(), new SaveResult.Waiting()));
    }
}
