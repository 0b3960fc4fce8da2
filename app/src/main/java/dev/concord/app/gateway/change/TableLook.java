package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.DocumentIds;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.query.PageRequest;
import dev.concord.query.Position;
import dev.concord.query.VersionPage;
import dev.concord.query.WholePage;
import dev.concord.record.RecordKey;
import dev.concord.record.Sha256;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One look at all rows of a table, page by page in the order of their key, each page in a short transaction of its own. Where every write of a row moves a column,
 * only that and the key are read; elsewhere the whole rows. All rows are looked at, because that cannot miss a change: a table's time of last change or
 * sequence can become visible in another order than it was given, and a version counts the writes of one row. For one thread.
 */
final class TableLook {
    /** Rows of a table whose rows cannot be walked through in the order of a key. */
    static final int MOST_COUNTED = 1_000;

    /** Rows of a table that are read whole. */
    static final int MOST_WHOLE = 100_000;

    private static final int VERSIONS = 1_000;

    /** A row may have values of megabytes. */
    private static final int WHOLE_ROWS = 100;

    private final RecordStore store;
    private final KnownRows known;
    private final IntPredicate room;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private boolean telling;
    private int rows;

    /** A row that is new or another one: its key where its ETag is still to be read. */
    private record Found(long mark, Optional<String> etag, Optional<RecordKey> key) {}

    /**
     * A look.
     *
     * @param telling whether it is told what has changed, row by row
     * @param room whether there is room for so many rows
     */
    TableLook(RecordStore store, KnownRows known, boolean telling, IntPredicate room) {
        this.store = store;
        this.known = known;
        this.telling = telling;
        this.room = room;
    }

    /** Whether it is told row by row what has changed; not where that is too much. What is known changes as soon as it is not. */
    boolean telling() {
        return telling;
    }

    /** How a look can end. */
    sealed interface Result {
        /** All rows were seen. */
        record Seen(List<Difference> differences) implements Result {}

        /** There are more rows than can be watched. */
        record TooMany() implements Result {}

        /** The table has become another one meanwhile. */
        record AnotherTable() implements Result {}
    }

    /**
     * Looks.
     *
     * @param types finds the type
     * @param type the type; empty when its table is gone, and all rows with it
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Result run(ResourceTypes types, Optional<ResourceType> type) {
        known.beginLook();
        Optional<Result> ended = type.flatMap(now -> walk(types, now));
        return ended.orElseGet(() -> finish(types, type));
    }

    private Optional<Result> walk(ResourceTypes types, ResourceType type) {
        // Reads all columns, and so finds out whether they are still there.
        store.probe(type.table().id());
        PageRequest versions = PageRequest.first(type.table().id(), List.of(), VERSIONS);
        Optional<VersionPage> first = type.addressable() ? store.versions(versions) : Optional.empty();
        if (another(types, type)) {
            return Optional.of(new Result.AnotherTable());
        }
        return first.isPresent() ? byVersion(types, type, versions, first.get()) : whole(types, type);
    }

    private Optional<Result> byVersion(ResourceTypes types, ResourceType type, PageRequest request, VersionPage first) {
        Optional<VersionPage> page = Optional.of(first);
        while (true) {
            if (page.isEmpty() || another(types, type)) {
                return Optional.of(new Result.AnotherTable());
            }
            for (VersionPage.Version row : page.get().rows()) {
                see(type.ids().id(row.key()), new Found(mark(row.version()), Optional.empty(), Optional.of(row.key())));
            }
            Optional<Position> next = page.get().next();
            if (!room.test(rows)
                    || next.filter(Position.Counted.class::isInstance).isPresent()) {
                return Optional.of(new Result.TooMany());
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            page = store.versions(request.after(next.get()));
        }
    }

    private Optional<Result> whole(ResourceTypes types, ResourceType type) {
        PageRequest request = PageRequest.first(type.table().id(), List.of(), WHOLE_ROWS);
        WholePage page = store.wholePage(request);
        if (page.next().filter(Position.Counted.class::isInstance).isPresent()) {
            // Rows that are counted off are read at once: between two pages one could be missed.
            page = store.wholePage(request.limit(MOST_COUNTED));
        }
        DocumentIds ids = new DocumentIds(type);
        while (true) {
            if (another(types, type)) {
                return Optional.of(new Result.AnotherTable());
            }
            for (Snapshot row : page.rows()) {
                String checksum = type.tags().checksum(row);
                see(
                        ids.next(row),
                        new Found(mark(checksum), Optional.of(type.tags().etag(row)), Optional.empty()));
            }
            Optional<Position> next = page.next();
            if (!room.test(rows)
                    || next.filter(beyond -> rows >= MOST_WHOLE || beyond instanceof Position.Counted)
                            .isPresent()) {
                return Optional.of(new Result.TooMany());
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            page = store.wholePage(request.after(next.get()));
        }
    }

    private static boolean another(ResourceTypes types, ResourceType type) {
        return !types.find(type.name()).equals(Optional.of(type));
    }

    private void see(String id, Found row) {
        rows++;
        if (!known.differs(id, row.mark())) {
            return;
        }
        if (telling) {
            found.put(id, row);
            tellNoMoreThan(found.size());
        } else {
            known.put(id, row.mark());
        }
    }

    private void tellNoMoreThan(int differences) {
        if (telling && differences > ChangeLog.MOST) {
            telling = false;
            found.forEach((id, row) -> known.put(id, row.mark()));
            found.clear();
        }
    }

    private Result finish(ResourceTypes types, Optional<ResourceType> type) {
        List<String> gone = known.unseen();
        tellNoMoreThan(found.size() + gone.size());
        List<Difference> differences = new ArrayList<>();
        if (telling) {
            Map<RecordKey, String> etags = new HashMap<>();
            if (type.isPresent() && !read(types, type.get(), etags)) {
                return new Result.AnotherTable();
            }
            found.forEach((id, row) -> differences.add(
                    new Difference(id, row.etag().or(() -> row.key().map(etags::get)))));
            gone.forEach(id -> differences.add(new Difference(id, Optional.empty())));
        }
        found.forEach((id, row) -> known.put(id, row.mark()));
        gone.forEach(known::remove);
        return new Result.Seen(differences);
    }

    /**
     * Reads the rows that were written, for their ETags. One that was deleted meanwhile has none, and is told as deleted.
     *
     * @return false where the table has become another one
     */
    private boolean read(ResourceTypes types, ResourceType type, Map<RecordKey, String> etags) {
        List<RecordKey> keys =
                found.values().stream().flatMap(row -> row.key().stream()).toList();
        for (int i = 0; i < keys.size(); i += WHOLE_ROWS) {
            Map<RecordKey, Snapshot> rows =
                    store.findAll(type.table().id(), keys.subList(i, Math.min(i + WHOLE_ROWS, keys.size())));
            if (another(types, type)) {
                return false;
            }
            rows.forEach((key, row) -> etags.put(key, type.tags().etag(row)));
        }
        return true;
    }

    private static long mark(String checksum) {
        return Long.parseUnsignedLong(checksum.substring(0, 2 * Long.BYTES), 16);
    }

    private static long mark(Value version) {
        return ByteBuffer.wrap(Sha256.of((version.isNull() + version.text()).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
