package dev.concord.app.browse;

import dev.concord.app.task.Work;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * Finds out whether records that were written since the rows were read are still let through by the filter. The database is asked,
 * because it alone knows its letters and its order. FX thread only.
 */
final class FilterCheck {
    private final RecordStore store;
    private final Work work;
    private final ObservableSet<RecordKey> outside = FXCollections.observableSet();
    /** Held, because listeners on it alone do not keep it. */
    private final ObservableSet<RecordKey> shown = FXCollections.unmodifiableObservableSet(outside);

    private int generation;

    FilterCheck(RecordStore store, Work work) {
        this.store = store;
        this.work = work;
    }

    /** The records that are shown although the filter does not let them through. */
    ObservableSet<RecordKey> outside() {
        return shown;
    }

    /** Forgets what was found, because the rows are read again. */
    void clear() {
        generation++;
        outside.clear();
    }

    /** Looks whether the filter lets a record through. */
    void look(RecordKey key, RowFilter filter) {
        if (filter.isEmpty()) {
            return;
        }
        int asked = generation;
        PageRequest request = PageRequest.first(key.table(), List.of(), 1)
                .where(new RowFilter(conditions(key, filter), filter.search(), filter.among()));
        work.aside(() -> store.reading(from -> from.page(request)), outcome -> {
            if (asked == generation && outcome instanceof ReadOutcome.Read<Page>(Page page)) {
                if (page.rows().isEmpty()) {
                    outside.add(key);
                } else {
                    outside.remove(key);
                }
            }
        });
    }

    private static List<ColumnCondition> conditions(RecordKey key, RowFilter filter) {
        Stream<ColumnCondition> ofKey = key.columns().values().entrySet().stream()
                .map(part ->
                        new ColumnCondition(part.getKey(), List.of(new Compared(Relation.EQUAL, part.getValue()))));
        return Stream.concat(ofKey, filter.columns().stream()).toList();
    }
}
