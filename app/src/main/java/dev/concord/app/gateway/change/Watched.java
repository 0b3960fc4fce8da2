package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.DocumentIds;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.query.PageRequest;
import dev.concord.query.WholePage;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a stream is about. They are read again and again, each time all of them, because that cannot miss a change: a
 * table's time of last change or sequence can become visible in another order than it was given.
 */
sealed interface Watched {
    /** Rows of a table that may be watched as a whole. */
    int MOST_ROWS = 1_000;

    /**
     * Returns the ETags of the rows by their ids; empty when there are more than may be watched.
     *
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Optional<Map<String, String>> look(RecordStore store);

    /** One row, which need not exist. */
    record OneRow(ResourceType type, RecordKey key) implements Watched {
        @Override
        public Optional<Map<String, String>> look(RecordStore store) {
            return Optional.of(tags(type, store.find(key).stream().toList()));
        }
    }

    /** Every row of a table. */
    record AllRows(ResourceType type) implements Watched {
        @Override
        public Optional<Map<String, String>> look(RecordStore store) {
            WholePage page = store.wholePage(PageRequest.first(type.table().id(), List.of(), MOST_ROWS));
            return page.next().isPresent() ? Optional.empty() : Optional.of(tags(type, page.rows()));
        }
    }

    private static Map<String, String> tags(ResourceType type, List<Snapshot> rows) {
        Map<String, String> tags = new LinkedHashMap<>();
        DocumentIds ids = new DocumentIds(type);
        rows.forEach(row -> tags.put(ids.next(row), type.tags().etag(row)));
        return tags;
    }
}
