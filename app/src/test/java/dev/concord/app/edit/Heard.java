package dev.concord.app.edit;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes down what a form told its owner. */
final class Heard implements EditListener {
    final List<Snapshot> saved = new ArrayList<>();
    final List<List<String>> alsoKept = new ArrayList<>();
    final List<MergedSave> merges = new ArrayList<>();
    final List<Draft> conflicts = new ArrayList<>();
    final List<Snapshot> theirs = new ArrayList<>();
    final List<Draft> gone = new ArrayList<>();
    final List<Snapshot> deleteConflicts = new ArrayList<>();
    final List<RecordKey> deleted = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Table> newWanted = new ArrayList<>();
    final List<Table> undecided = new ArrayList<>();
    boolean confirms = true;
    /** Ends the last conflict: a person has decided it, and the row is saved. */
    Consumer<Snapshot> decided = saved -> {};

    @Override
    public void saved(PendingEdit edit, Draft sent, Snapshot snapshot, Optional<MergedSave> merged) {
        saved.add(snapshot);
        alsoKept.add(merged.map(MergedSave::alsoKept).orElse(List.of()));
        merged.ifPresent(merges::add);
    }

    @Override
    public void conflict(PendingEdit edit, RecordMerge merge) {
        decided = saved -> edit.settle(merge.mine(), saved);
        conflicts.add(merge.mine());
        theirs.add(merge.theirs());
    }

    @Override
    public void gone(PendingEdit edit, Draft mine) {
        gone.add(mine);
    }

    @Override
    public void deleteConflict(PendingEdit edit, Snapshot mine, Snapshot newer) {
        deleteConflicts.add(mine);
        theirs.add(newer);
    }

    @Override
    public void deleted(PendingEdit edit, RecordKey key) {
        deleted.add(key);
    }

    @Override
    public void confirmDelete(Snapshot row, String record, Runnable delete) {
        asked.add(record);
        if (confirms) {
            delete.run();
        }
    }

    @Override
    public void undecided(Table table, Runnable again) {
        undecided.add(table);
    }

    @Override
    public void newWanted(Table table) {
        newWanted.add(table);
    }
}
