package dev.concord.app.related;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.related.RelatedTab.Count;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.ReferringKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of other tables that refer to the record shown. They are counted in the background, one table after the other, and
 * read only of the table that is looked at. FX thread only.
 */
public final class RelatedModel {
    private final RecordStore store;
    private final Work work;
    private final RowsModel rows;
    private final ObservableList<RelatedTab> tabs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<RelatedTab>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final Queue<RelatedTab> uncounted = new ArrayDeque<>();
    /** What is counted for the record shown, or which tables refer to it: one after the other. */
    private Optional<Job> reading = Optional.empty();

    /** Looks up the table whose rows are to be shown. */
    private Optional<Job> looking = Optional.empty();

    private Optional<Snapshot> record = Optional.empty();
    /** The table whose tabs are shown. */
    private Optional<TableId> table = Optional.empty();

    /** @param rows shows the rows of one tab */
    public RelatedModel(RecordStore store, Work work, RowsModel rows) {
        this.store = store;
        this.work = work;
        this.rows = rows;
    }

    /** One tab for each key that refers to the table of the record shown. */
    public ObservableList<RelatedTab> tabs() {
        return tabs;
    }

    /** The tab that is looked at, or was when the rows were put away. */
    public ReadOnlyObjectProperty<Optional<RelatedTab>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the rows of a tab are shown, and not the tabs alone. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** The rows of the tab that is looked at. */
    public RowsModel rows() {
        return rows;
    }

    /** Shows what refers to a record. What was asked for another one is abandoned. */
    public void show(Optional<Snapshot> other) {
        if (same(other)) {
            record = other;
            return;
        }
        abandon();
        record = other;
        Optional<TableId> now = other.map(Snapshot::key).map(RecordKey::table);
        if (now.isEmpty() || !now.equals(table)) {
            table = now;
            tabs.clear();
            chosen.set(Optional.empty());
            rows.showNothing();
            now.ifPresent(this::lookUp);
        } else {
            count();
            showRows();
        }
    }

    private boolean same(Optional<Snapshot> other) {
        return other.map(Snapshot::key).equals(record.map(Snapshot::key))
                && tabs.stream().allMatch(tab -> other.flatMap(now -> tab.within(now.row()))
                        .equals(record.flatMap(before -> tab.within(before.row()))));
    }

    private void abandon() {
        uncounted.clear();
        reading.ifPresent(Job::abandon);
        reading = Optional.empty();
        looking.ifPresent(Job::abandon);
        looking = Optional.empty();
    }

    private void lookUp(TableId of) {
        read(from -> from.catalog().referring(of), outcome -> {
            if (outcome instanceof ReadOutcome.Read<List<ReferringKey>>(List<ReferringKey> keys)) {
                tabs.setAll(RelatedTab.of(keys));
                chosen.set(tabs.stream().findFirst());
                count();
                showRows();
            }
        });
    }

    private <T> void read(Function<RecordStore, T> what, Consumer<ReadOutcome<T>> then) {
        reading = Optional.of(work.readAside(() -> store.reading(what), then));
    }

    private void count() {
        uncounted.clear();
        uncounted.addAll(tabs);
        tabs.forEach(tab -> tab.count(new Count.Unknown()));
        countNext();
    }

    /** One after the other: what is counted for a record that is shown no more is of no use, and there may be many tables. */
    private void countNext() {
        RelatedTab tab = uncounted.poll();
        if (tab == null) {
            return;
        }
        Optional<Row> values = record.flatMap(now -> tab.within(now.row()));
        if (values.isEmpty()) {
            tab.count(new Count.Counted(0));
            countNext();
            return;
        }
        PageRequest those =
                PageRequest.first(tab.key().from(), List.of(), 1).where(RowFilter.among(List.of(values.get())));
        read(from -> from.places().count(those), outcome -> {
            tab.count(
                    outcome instanceof ReadOutcome.Read<Long>(Long found)
                            ? new Count.Counted(found)
                            : new Count.Refused());
            countNext();
        });
    }

    /** Shows the rows of a tab. */
    public void choose(RelatedTab tab) {
        boolean other = !chosen.get().equals(Optional.of(tab));
        chosen.set(Optional.of(tab));
        if (other || !open.get()) {
            open.set(true);
            rows.showNothing();
            showRows();
        }
    }

    /** Puts the rows away, and leaves the tabs. */
    public void fold() {
        open.set(false);
        rows.showNothing();
    }

    private void showRows() {
        Optional<RelatedTab> tab = chosen.get();
        Optional<Row> values = tab.flatMap(now -> record.flatMap(shown -> now.within(shown.row())));
        looking.ifPresent(Job::abandon);
        if (!open.get() || values.isEmpty()) {
            rows.showNothing();
            return;
        }
        TableId from = tab.orElseThrow().key().from();
        Optional<Table> known = rows.table().get().filter(shown -> shown.id().equals(from));
        if (known.isPresent()) {
            rows.showWithin(known.get(), values.get());
            return;
        }
        Job job = work.readAside(() -> store.reading(read -> read.catalog().table(from)), outcome -> {
            switch (outcome) {
                case ReadOutcome.Read<Optional<Table>>(Optional<Table> found) ->
                    found.ifPresent(shown -> begin(shown, tab.orElseThrow(), values.get()));
                case ReadOutcome.Unreadable<Optional<Table>> why -> rows.showUnreadable(why);
            }
        });
        looking = Optional.of(job);
        rows.await(job);
    }

    /** The columns that relate the rows to the record hold the same in every row. */
    private void begin(Table shown, RelatedTab tab, Row values) {
        rows.showWithin(shown, values);
        rows.layouts().showAll();
        tab.key().key().columns().forEach(rows.layouts()::hide);
    }

    /** Reads again what is shown. */
    public void refresh() {
        if (record.isPresent()) {
            abandon();
            count();
            rows.refresh();
        }
    }

    /** Whether an edit is one of the rows that are looked at. */
    public boolean shows(PendingEdit edit) {
        return open.get()
                && rows.table()
                        .get()
                        .filter(shown -> shown.id().equals(edit.table().id()))
                        .isPresent()
                && rows.shown().stream().anyMatch(row -> rows.keyOf(row).equals(Optional.of(edit.row())));
    }

    /**
     * A row was written.
     *
     * @param before its key before; empty for a new record
     */
    public void written(Optional<RecordKey> before, Snapshot saved) {
        if (before.filter(key -> rows.indexOf(key) >= 0).isPresent()) {
            rows.replace(before.get(), saved);
        } else if (before.isEmpty() && refers(saved)) {
            rows.add(saved);
        }
        countAgain(saved.key().table());
    }

    private boolean refers(Snapshot saved) {
        return rows.table()
                        .get()
                        .filter(shown -> shown.id().equals(saved.key().table()))
                        .isPresent()
                && rows.within()
                        .get()
                        .filter(values -> values.values().entrySet().stream()
                                .allMatch(
                                        value -> saved.row().get(value.getKey()).equals(value.getValue())))
                        .isPresent();
    }

    /** A row is no longer in the database. */
    public void removed(RecordKey key) {
        rows.remove(key);
        countAgain(key.table());
    }

    private void countAgain(TableId written) {
        tabs.stream()
                .filter(tab -> tab.key().from().equals(written) && !uncounted.contains(tab))
                .forEach(uncounted::add);
        // What is being counted goes on to the next by itself.
        if (reading.filter(job -> job.state().get() == Job.State.RUNNING).isEmpty()) {
            countNext();
        }
    }
}
