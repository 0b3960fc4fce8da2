package dev.concord.app.saving;

import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What became of each of many records, by its place. FX thread only. */
final class Report {
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final BiConsumer<Unsaved, Snapshot> saved;

    /**
     * Starts with all records waiting.
     *
     * @param saved told of each record that comes to be in the database
     */
    Report(List<Unsaved> records, BiConsumer<Unsaved, Snapshot> saved) {
        this.saved = saved;
        entries.setAll(records.stream()
                .map(record -> new Entry(record, new SaveResult.Waiting()))
                .toList());
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    /** The places of the records not tried yet. */
    List<Integer> waiting() {
        return IntStream.range(0, entries.size())
                .filter(place -> entries.get(place).fate().kind() == SaveResult.Kind.WAITING)
                .boxed()
                .toList();
    }

    /**
     * The places of the records to be sent next. A new record goes alone: if its job failed without an answer, sending those
     * again that were inserted by then would insert them twice.
     */
    List<Integer> chunk(int most) {
        List<Integer> waiting = waiting();
        int saved = (int) waiting.stream()
                .limit(most)
                .takeWhile(place -> !entries.get(place).record().isNew())
                .count();
        return waiting.stream().limit(Math.max(saved, 1)).toList();
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

    void settle(List<Integer> places, List<SaveResult> fates) {
        for (int i = 0; i < places.size(); i++) {
            settle(places.get(i), fates.get(i));
        }
    }

    void settle(int place, SaveResult fate) {
        Unsaved record = entries.get(place).record();
        entries.set(place, new Entry(record, fate));
        switch (fate) {
            case SaveResult.Saved(Snapshot now) -> saved.accept(record, now);
            case SaveResult.Merged(Snapshot now, List<String> _) -> saved.accept(record, now);
            case SaveResult.Waiting _, SaveResult.NeedsDecision _, SaveResult.Failed _, SaveResult.HeldBack _ -> {}
        }
    }

    /** Whether a record failed or was held back, so that trying again makes sense. */
    boolean repeatable() {
        return entries.stream().anyMatch(Report::isRepeatable);
    }

    /** Lets those wait again that {@link #repeatable} speaks of. */
    void repeat() {
        entries.replaceAll(entry -> isRepeatable(entry) ? new Entry(entry.record(), new SaveResult.Waiting()) : entry);
    }

    private static boolean isRepeatable(Entry entry) {
        return switch (entry.fate().kind()) {
            case FAILED, HELD_BACK -> true;
            case WAITING, SAVED, MERGED, NEEDS_DECISION -> false;
        };
    }
}
