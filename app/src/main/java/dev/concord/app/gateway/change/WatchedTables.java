package dev.concord.app.gateway.change;

import dev.concord.catalog.TableId;
import dev.concord.store.RecordStore;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The tables that streams watch, each looked at once for all of them. What is known of a table is kept for clients that come back, until other tables need the
 * room. Safe to share between threads.
 */
final class WatchedTables {
    private final RecordStore store;
    private final LongSupplier nanoTime;
    private final Duration pause;
    private final int mostRows;

    /** The one that was left last is the last one. */
    private final Map<TableId, Known> tables = new LinkedHashMap<>();

    private static final class Known {
        private final TableChanges changes;
        private int streams;

        Known(TableChanges changes) {
            this.changes = changes;
        }
    }

    /** Tables that nobody watches any more, besides those that are. */
    private static final int MOST_LEFT = 32;

    /**
     * Knows no table yet.
     *
     * @param nanoTime a clock in nanoseconds
     * @param pause between two looks at a table, at least
     * @param mostRows of all tables together
     */
    WatchedTables(RecordStore store, LongSupplier nanoTime, Duration pause, int mostRows) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.mostRows = mostRows;
    }

    /** Returns the changes of a table for a stream, which leaves them when it ends. */
    synchronized TableChanges enter(TableId table) {
        Known known = tables.computeIfAbsent(
                table, id -> new Known(new TableChanges(store, nanoTime, pause.toNanos(), rows -> hasRoom(id, rows))));
        known.streams++;
        return known.changes;
    }

    /** Leaves the changes of a table. */
    synchronized void leave(TableId table) {
        Known known = tables.remove(table);
        if (known != null) {
            known.streams--;
            tables.put(table, known);
            long left =
                    tables.values().stream().filter(each -> each.streams == 0).count();
            if (left > MOST_LEFT) {
                forgetOne(table);
            }
        }
    }

    private synchronized boolean hasRoom(TableId table, int rows) {
        while (others(table) + rows > mostRows) {
            if (!forgetOne(table)) {
                return false;
            }
        }
        return true;
    }

    private long others(TableId table) {
        return tables.entrySet().stream()
                .filter(each -> !each.getKey().equals(table))
                .mapToLong(each -> each.getValue().changes.rows())
                .sum();
    }

    /** Forgets another table than one, the one that nobody has watched for the longest time. Returns false where each is watched. */
    private boolean forgetOne(TableId but) {
        for (Iterator<Map.Entry<TableId, Known>> each = tables.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<TableId, Known> table = each.next();
            if (table.getValue().streams == 0 && !table.getKey().equals(but)) {
                each.remove();
                return true;
            }
        }
        return false;
    }
}
