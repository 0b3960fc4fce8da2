package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.catalog.Table;
import dev.concord.dialect.FaultText;
import dev.concord.outcome.StoreFault;
import dev.concord.store.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;

/**
 * The changes of one table, found out once for all streams that watch it: the stream that comes first after a look is due looks, the others find what it has
 * found. Looking takes at most a tenth of the time. Safe to share between threads.
 */
final class TableChanges {
    private static final System.Logger LOG = System.getLogger(TableChanges.class.getName());

    /** The pause after a look is at least so many times as long as the look. */
    private static final int PAUSE = 9;

    /** The longest pause: a look that was slow once, because the database had other work, does not hide changes for long. */
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

    private final RecordStore store;
    private final LongSupplier nanoTime;
    private final long shortestPause;
    private final IntPredicate room;

    /** Held by whoever looks. */
    private final Object looking = new Object();

    private KnownRows known = new KnownRows();
    private Optional<Table> shape = Optional.empty();
    private boolean untold;

    /** Guarded, as all that follows, by this object: those who ask do not wait for the one who looks. */
    private final ChangeLog log = new ChangeLog();

    private State state = State.UNKNOWN;
    private boolean taken;
    private long due;
    private int rows;

    private enum State {
        /** Not looked at yet. */
        UNKNOWN,
        READ,
        UNREADABLE,
        TOO_MANY
    }

    /**
     * The changes of a table.
     *
     * @param nanoTime a clock in nanoseconds
     * @param shortestPause between two looks, in nanoseconds
     * @param room whether so many rows of the table may be known
     */
    TableChanges(RecordStore store, LongSupplier nanoTime, long shortestPause, IntPredicate room) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.shortestPause = shortestPause;
        this.room = room;
    }

    /** How far a stream's client has been told. For one thread. */
    static final class Place {
        private long told;
    }

    /**
     * Begins a stream, with a look where none is known that is recent.
     *
     * @param type the table's name as the client sees it
     * @throws StoreFault when the database cannot be read
     */
    News begin(ResourceTypes types, String type, Place place, Optional<String> lastSeen) {
        synchronized (looking) {
            if (!recent()) {
                look(types, type);
            }
        }
        return begun(place, lastSeen);
    }

    private synchronized boolean recent() {
        return (state == State.READ || state == State.TOO_MANY) && nanoTime.getAsLong() - due < 0;
    }

    private synchronized News begun(Place place, Optional<String> lastSeen) {
        if (state == State.TOO_MANY) {
            return new News.TooMany();
        }
        place.told = log.end();
        return lastSeen.filter(name -> !name.equals(log.name()))
                .map(name -> told(log.place(name).flatMap(log::since)))
                .orElseGet(() -> told(Optional.of(List.of())));
    }

    /** Returns what is new, after a look if one is due and nobody else is looking. */
    News next(ResourceTypes types, String type, Place place) {
        if (takesTurn()) {
            try {
                synchronized (looking) {
                    if (isDue()) {
                        look(types, type);
                    }
                }
            } catch (StoreFault unreadable) {
                // Told to every stream.
                return new News.Unavailable();
            } finally {
                endTurn();
            }
        }
        return news(place);
    }

    /** Returns false where no look is due, or another stream has taken it on. */
    private synchronized boolean takesTurn() {
        boolean takes = !taken && isDue();
        taken |= takes;
        return takes;
    }

    private synchronized void endTurn() {
        taken = false;
    }

    private synchronized boolean isDue() {
        return nanoTime.getAsLong() - due >= 0;
    }

    private synchronized News news(Place place) {
        return switch (state) {
            case TOO_MANY -> new News.TooMany();
            case UNKNOWN, UNREADABLE -> new News.Unavailable();
            case READ -> {
                Optional<List<Difference>> since = log.since(place.told);
                place.told = log.end();
                yield told(since);
            }
        };
    }

    private News told(Optional<List<Difference>> differences) {
        return new News.Told(differences.isEmpty(), differences.orElse(List.of()), log.name());
    }

    /** How many rows are known. */
    synchronized int rows() {
        return rows;
    }

    private void look(ResourceTypes types, String name) {
        long begin = nanoTime.getAsLong();
        try {
            TableLook.Result result = seen(types, name);
            publish(result, nanoTime.getAsLong() - begin);
        } catch (StoreFault unreadable) {
            fail(unreadable);
            throw unreadable;
        }
    }

    private TableLook.Result seen(ResourceTypes types, String name) {
        while (true) {
            Optional<ResourceType> type = types.find(name);
            Optional<Table> now = type.map(ResourceType::table);
            // In a table that has become another one, all rows have other ETags.
            boolean same = shape.isPresent() && (now.isEmpty() || now.equals(shape));
            TableLook look = new TableLook(store, known, same && !untold, room);
            try {
                TableLook.Result result = look.run(types, type);
                if (!(result instanceof TableLook.Result.AnotherTable)) {
                    shape = now.or(() -> shape);
                    untold = !look.telling();
                    return result;
                }
            } finally {
                // What is known has changed already, whether the look comes to its end or not.
                untold |= !look.telling();
            }
        }
    }

    private synchronized void publish(TableLook.Result result, long took) {
        due = nanoTime.getAsLong() + Math.max(shortestPause, Math.min(PAUSE * took, LONGEST_PAUSE));
        if (result instanceof TableLook.Result.Seen(List<Difference> differences)) {
            state = State.READ;
            if (untold) {
                log.forget(known.name());
            } else if (!differences.isEmpty()) {
                log.add(differences, known.name());
            }
            untold = false;
        } else {
            state = State.TOO_MANY;
            known = new KnownRows();
            shape = Optional.empty();
        }
        rows = known.size();
    }

    /** A look that failed has read little, however long it took. */
    private synchronized void fail(StoreFault fault) {
        due = nanoTime.getAsLong() + shortestPause;
        if (state != State.UNREADABLE) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Changes of a table cannot be looked for at the moment: {0}",
                    FaultText.of(fault));
        }
        state = State.UNREADABLE;
    }
}
