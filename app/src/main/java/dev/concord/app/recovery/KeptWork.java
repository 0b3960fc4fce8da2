package dev.concord.app.recovery;

import dev.concord.app.pending.DecisionMemory;
import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.dialect.FaultText;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.FoundDraft;
import dev.concord.drafts.FoundDrafts;
import dev.concord.drafts.KeptDraft;
import dev.concord.merge.Merging;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Arrival;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The unsaved work on a database that is on the disk, and the database to compare it with. Call its methods in the
 * background.
 *
 * @param folder the unsaved work
 * @param store the database
 * @param policies how its tables are guarded
 * @param merging how its rows are merged
 */
public record KeptWork(DraftFolder folder, RecordStore store, Supplier<Policies> policies, Supplier<Merging> merging) {
    private static final System.Logger LOG = System.getLogger(KeptWork.class.getName());

    /**
     * What was found.
     *
     * @param offers what can be continued or restored, changed longest ago first
     * @param unread the files that could not be read
     */
    record Seen(List<Offer> offers, List<FoundDrafts.Unread> unread) {}

    /**
     * A draft that belongs to this window now.
     *
     * @param decisions what was decided so far of a merge
     */
    record Taken(Table table, KeptDraft draft, Optional<Resolution> decisions) {}

    /**
     * What was taken over.
     *
     * @param drafts those that belong to this window now
     * @param problem why not all that were still there do; empty when they do
     */
    record Taking(List<Taken> drafts, Optional<Problem> problem) {}

    /** What prevents a draft from being taken over. */
    enum Problem {
        /** The window's file cannot be written. */
        DISK,
        /** The database does not say what the table is like. */
        DATABASE
    }

    /** Finds what there is. What the database holds already is no unsaved work any more, and is removed. */
    Seen look() {
        FoundDrafts found = folder.look(Instant.now());
        List<Offer> offers = new ArrayList<>();
        boolean reachable = true;
        for (FoundDraft draft : found.drafts()) {
            Offer unknown = new Offer(draft, RowState.UNKNOWN, Optional.empty());
            if (!reachable) {
                // Each more would wait for a connection as long.
                offers.add(unknown);
                continue;
            }
            switch (store.reading(from -> offer(from, draft))) {
                case ReadOutcome.Read<Optional<Offer>>(Optional<Offer> offer) ->
                    offer.ifPresentOrElse(offers::add, () -> remove(draft.draft()));
                case ReadOutcome.Unreadable<Optional<Offer>> why -> {
                    offers.add(unknown);
                    reachable = why.why() != ReadOutcome.Reason.CONNECTION_LOST;
                }
            }
        }
        return new Seen(offers, found.unread());
    }

    /** A disk that cannot be written keeps it, and it is compared again the next time. */
    private void remove(KeptDraft saved) {
        try {
            folder.remove(saved.id());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Work that is saved could not be removed: {0}", FaultText.of(e));
        }
    }

    /** Returns a draft against its row; empty when the row has all it says. */
    private static Optional<Offer> offer(RecordStore from, FoundDraft found) {
        KeptDraft kept = found.draft();
        Optional<Table> table = from.catalog().table(kept.draft().table());
        if (table.isEmpty()) {
            return Optional.of(new Offer(found, RowState.TABLE_GONE, table));
        }
        Offer whole = new Offer(found, RowState.NEW, table);
        if (whole.columns().stream().anyMatch(name -> table.get().column(name).isEmpty())) {
            return Optional.of(new Offer(found, RowState.COLUMN_GONE, table));
        }
        return kept.sending().isPresent()
                ? sent(from, found, table.get(), kept.sending().get().written())
                : against(from, found, table.get());
    }

    /** Returns a draft that was being saved when its program ended; empty when all of it has arrived. */
    private static Optional<Offer> sent(RecordStore from, FoundDraft found, Table table, Draft sent) {
        return switch (from.arrivalOf(sent)) {
            case Arrival.Arrived(Snapshot row) -> arrived(found, table, row);
            case Arrival.Possible(Snapshot row) ->
                Optional.of(new Offer(found, RowState.MAYBE_SAVED, Optional.of(table), Optional.of(row)));
            case Arrival.Unseen _ -> against(from, found, table);
        };
    }

    private static Optional<Offer> arrived(FoundDraft found, Table table, Snapshot row) {
        KeptDraft rest = settled(found.draft(), table, row);
        boolean all = !rest.draft().dirty() && rest.unreadable().isEmpty();
        return all && found.discarded().isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(found, RowState.PARTLY_SAVED, Optional.of(table), Optional.of(row)));
    }

    /** Returns a draft without what was saved of it. */
    private static KeptDraft settled(KeptDraft kept, Table table, Snapshot row) {
        Draft sent = kept.sending().orElseThrow().edit();
        return new KeptDraft(
                kept.id(),
                PendingEdit.settled(table, kept.draft(), sent, row),
                kept.unreadable(),
                Optional.empty(),
                kept.queued(),
                kept.title(),
                kept.at(),
                Optional.empty());
    }

    private static Optional<Offer> against(RecordStore from, FoundDraft found, Table table) {
        KeptDraft kept = found.draft();
        Optional<Snapshot> base = kept.draft().base();
        if (base.isEmpty()) {
            return Optional.of(new Offer(found, RowState.NEW, Optional.of(table)));
        }
        Optional<Snapshot> now = from.find(base.get().key());
        boolean done = kept.draft().deleted()
                ? now.isEmpty()
                : now.filter(row -> hasAll(row, kept)).isPresent();
        return done && found.discarded().isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(found, state(base.get(), now), Optional.of(table)));
    }

    private static boolean hasAll(Snapshot row, KeptDraft kept) {
        Row changes = kept.draft().changes();
        return kept.unreadable().isEmpty()
                && kept.draft().added().isEmpty()
                && changes.values().entrySet().stream()
                        .allMatch(change -> row.row().has(change.getKey())
                                && row.row().get(change.getKey()).equals(change.getValue()));
    }

    private static RowState state(Snapshot base, Optional<Snapshot> now) {
        if (now.isEmpty()) {
            return RowState.DELETED;
        }
        boolean same = (now.get().token().isPresent() && now.get().token().equals(base.token()))
                || now.get().row().equals(base.row());
        return same ? RowState.UNCHANGED : RowState.CHANGED;
    }

    /** Takes drafts over, so that they belong to this window, one after the other. */
    Taking take(List<Offer> wanted, DraftSession into) {
        Map<Offer, Table> tables = new LinkedHashMap<>();
        for (Offer offer : wanted) {
            switch (store.reading(from -> tableOf(from, offer))) {
                case ReadOutcome.Read<Optional<Table>>(Optional<Table> table) ->
                    table.ifPresent(there -> tables.put(offer, there));
                case ReadOutcome.Unreadable<Optional<Table>> why -> {
                    return new Taking(List.of(), Optional.of(Problem.DATABASE));
                }
            }
        }
        List<Taken> taken = new ArrayList<>();
        try {
            for (var one : tables.entrySet()) {
                Optional<KeptDraft> draft = folder.take(one.getKey().draft().id(), into);
                if (draft.isPresent()) {
                    taken.add(taken(one.getKey(), one.getValue(), draft.get(), into));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Unsaved work could not be moved: {0}", FaultText.of(e));
            return new Taking(taken, Optional.of(Problem.DISK));
        }
        return new Taking(taken, Optional.empty());
    }

    private static Optional<Table> tableOf(RecordStore from, Offer offer) {
        return offer.table().isPresent()
                ? offer.table()
                : from.catalog().table(offer.draft().draft().table());
    }

    private Taken taken(Offer offer, Table table, KeptDraft draft, DraftSession into) throws IOException {
        if (offer.state() != RowState.PARTLY_SAVED || draft.sending().isEmpty()) {
            return new Taken(table, draft, decisions(table, draft));
        }
        KeptDraft rest = settled(draft, table, offer.row().orElseThrow());
        into.answered(draft.id());
        into.put(rest);
        into.flush();
        return new Taken(table, rest, Optional.empty());
    }

    private Optional<Resolution> decisions(Table table, KeptDraft draft) {
        return draft.decisions()
                .map(kept -> DecisionMemory.restored(
                        kept,
                        table,
                        policies.get().of(table.id()).versionColumns(),
                        merging.get().of(table.id())));
    }

    /**
     * Discards drafts; they can be restored for a week.
     *
     * @throws IOException when that cannot be written
     */
    void discard(List<Offer> unwanted) throws IOException {
        for (Offer offer : unwanted) {
            folder.discard(offer.draft().id(), Instant.now());
        }
    }
}
