package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.DocumentIds;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.query.PageRequest;
import dev.concord.query.WholePage;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The rows that a stream is about. They are read again and again, each time all of them, because that cannot miss a change: a
 * table's time of last change or sequence can become visible in another order than it was given. The table may become another one meanwhile,
 * so its type is asked for each time.
 */
sealed interface Watched {
    /** Rows of a table that may be watched as a whole. */
    int MOST_ROWS = 1_000;

    /** The name of the rows' type. */
    String type();

    /**
     * Reads the rows.
     *
     * @return empty when there are more than may be watched
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Optional<List<Snapshot>> rows(ResourceType now, RecordStore store);

    /**
     * Looks at the rows; they are gone when their table is.
     *
     * @return empty when there are more than may be watched
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    default Optional<SeenRows> look(ResourceTypes types, RecordStore store) {
        Optional<ResourceType> now = types.find(type());
        if (now.isEmpty()) {
            return Optional.of(SeenRows.NONE);
        }
        Optional<List<Snapshot>> rows = rows(now.get(), store);
        // The read may have found out that the table is another one: its rows have other columns.
        return types.find(type()).equals(now) ? rows.map(read -> seen(now.get(), read)) : look(types, store);
    }

    /** One row, which need not exist. */
    record OneRow(String type, String id) implements Watched {
        @Override
        public Optional<List<Snapshot>> rows(ResourceType now, RecordStore store) {
            return Optional.of(now.ids().key(id).flatMap(store::find).stream().toList());
        }

        /**
         * Returns what a client is told first.
         *
         * @param known whether it has seen the row before, in whatever state
         */
        List<SeenRows.Difference> first(boolean known, SeenRows now) {
            SeenRows then = known ? new SeenRows(new TreeMap<>(Map.of(id, ""))) : SeenRows.NONE;
            return then.differencesTo(now);
        }
    }

    /** Every row of a table. */
    record AllRows(String type) implements Watched {
        @Override
        public Optional<List<Snapshot>> rows(ResourceType now, RecordStore store) {
            WholePage page = store.wholePage(PageRequest.first(now.table().id(), List.of(), MOST_ROWS));
            return page.next().isPresent() ? Optional.empty() : Optional.of(page.rows());
        }
    }

    private static SeenRows seen(ResourceType type, List<Snapshot> rows) {
        SequencedMap<String, String> etags = new LinkedHashMap<>();
        DocumentIds ids = new DocumentIds(type);
        rows.forEach(row -> etags.put(ids.next(row), type.tags().etag(row)));
        return new SeenRows(etags);
    }
}
