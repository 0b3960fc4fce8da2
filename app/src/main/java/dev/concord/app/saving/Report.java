package dev.concord.app.saving;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.record.Draft;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.WriteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The result of each of many records, by its index. FX thread only. */
final class Report {
    private final ObservableList<ReportEntry> entries = FXCollections.observableArrayList();
    private final Saving saved;
    private final BiConsumer<Unsaved, Snapshot> deleted;
    private final BiConsumer<Unsaved, Snapshot> kept;
    /** The indexes in the order in which their records are written. */
    private final List<Integer> order;

    /**
     * Starts with all records waiting.
     *
     * @param saved given each record when it has been saved
     * @param deleted given each record that was to be deleted when it has been
     * @param kept given each record that was to be deleted and stays as the database has it
     */
    Report(
            List<Unsaved> records,
            Saving saved,
            BiConsumer<Unsaved, Snapshot> deleted,
            BiConsumer<Unsaved, Snapshot> kept) {
        this.saved = saved;
        this.deleted = deleted;
        this.kept = kept;
        Map<TableId, Table> tables = new HashMap<>();
        records.forEach(record -> tables.put(record.table().id(), record.table()));
        this.order = WriteOrder.of(
                records.stream().map(record -> RowWrite.of(record.draft())).toList(),
                id -> Objects.requireNonNull(tables.get(id)));
        entries.setAll(records.stream()
                .map(record -> new ReportEntry(record, new SaveResult.Waiting()))
                .toList());
    }

    ObservableList<ReportEntry> entries() {
        return entries;
    }

    /** The indexes of the records not tried yet, in the order in which they are written. */
    List<Integer> waiting() {
        return order.stream()
                .filter(place -> entries.get(place).result().kind() == SaveResult.Kind.WAITING)
                .toList();
    }

    /**
     * The indexes of the records to be saved next. A new record is saved alone: when its job fails without an answer, trying
     * again must not insert others twice.
     */
    List<Integer> chunk(int most) {
        List<Integer> waiting = waiting();
        int saved = (int) waiting.stream()
                .limit(most)
                .takeWhile(place -> !entries.get(place).record().isNew())
                .count();
        return waiting.stream().limit(Math.max(saved, 1)).toList();
    }

    /** Is given each record when it has been saved. */
    interface Saving {
        /**
         * A record has been saved.
         *
         * @param sent what was written, on the row it was written to
         */
        void saved(Unsaved record, Draft sent, Snapshot now);
    }

    List<Unsaved> at(List<Integer> places) {
        return places.stream().map(place -> entries.get(place).record()).toList();
    }

    Optional<Integer> find(Unsaved record) {
        return IntStream.range(0, entries.size())
                .filter(place -> entries.get(place).record().equals(record))
                .boxed()
                .findFirst();
    }

    void settle(List<Integer> places, List<SaveResult> results) {
        for (int i = 0; i < places.size(); i++) {
            settle(places.get(i), results.get(i));
        }
    }

    void settle(int place, SaveResult result) {
        Unsaved record = entries.get(place).record();
        entries.set(place, new ReportEntry(record, result));
        switch (result) {
            case SaveResult.Saved(Draft sent, Snapshot now) -> saved.saved(record, sent, now);
            case SaveResult.Merged(Draft sent, Snapshot now, List<String> _) -> saved.saved(record, sent, now);
            case SaveResult.Deleted _ ->
                deleted.accept(record, record.draft().base().orElseThrow());
            case SaveResult.DeletedAnyway(Snapshot row) -> deleted.accept(record, row);
            case SaveResult.Kept(Snapshot theirs) -> kept.accept(record, theirs);
            case SaveResult.Waiting _,
                    SaveResult.NeedsDecision _,
                    SaveResult.NeedsDeletion _,
                    SaveResult.Failed _,
                    SaveResult.HeldBack _ -> {}
        }
    }

    /** Whether a record failed or was held back, so that trying again makes sense. */
    boolean repeatable() {
        return entries.stream().anyMatch(Report::isRepeatable);
    }

    /** Makes the records that failed or were held back wait again. */
    void repeat() {
        entries.replaceAll(
                entry -> isRepeatable(entry) ? new ReportEntry(entry.record(), new SaveResult.Waiting()) : entry);
    }

    private static boolean isRepeatable(ReportEntry entry) {
        return switch (entry.result().kind()) {
            case FAILED, HELD_BACK -> true;
            case WAITING, SAVED, MERGED, DELETED, KEPT, NEEDS_DECISION -> false;
        };
    }
}
