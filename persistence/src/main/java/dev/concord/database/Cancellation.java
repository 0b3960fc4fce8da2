package dev.concord.database;

import dev.concord.dialect.FaultText;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Cancels a read from another thread: its running statement is cancelled in the database, and no further statement is
 * started, so that its connection becomes free. Threads are never interrupted for this, because interrupting a thread
 * inside embedded H2 closes the database file. Safe to share between threads.
 *
 * <p>A read is started through {@link #call}; {@link Database#read} gets the thread's cancellation from a {@link
 * ScopedValue}. It is not a parameter, because about thirty methods of the store, the queries and the catalog are
 * called in between, and none of them uses it. Writes do not use {@link Database#read} and are never cancelled: whether
 * a cancelled write was carried out would be unknown.
 */
public final class Cancellation {
    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());
    private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

    /** When to cancel a statement again that has not ended: drivers ignore a request that comes too early. */
    private static final long AGAIN_MILLIS = 100;

    /** By identity; guarded by this object's monitor. */
    private final Set<Statement> running = Collections.newSetFromMap(new IdentityHashMap<>());

    private volatile boolean cancelled;

    /** Returns the cancellation of the calling thread's read; empty when the read cannot be cancelled. */
    static Optional<Cancellation> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Runs a read, on the calling thread, so that it can be cancelled.
     *
     * @throws CancellationException when it was cancelled before or while it used the database
     * @throws Exception what the read throws
     */
    public <T> T call(Callable<T> read) throws Exception {
        return ScopedValue.where(CURRENT, this).call(read::call);
    }

    /**
     * Cancels the read, and returns when none of its statements is running any more. This may take as long as the
     * network time-out; never call it on the FX thread.
     */
    public void cancel() {
        cancelled = true;
        synchronized (this) {
            while (!running.isEmpty()) {
                List.copyOf(running).forEach(Cancellation::cancel);
                try {
                    wait(AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A statement could not be cancelled: {0}", FaultText.of(e));
        }
    }

    /** Whether the read has been cancelled; once true, it stays true. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws a {@link CancellationException} if the read has been cancelled. */
    void check() {
        if (cancelled) {
            throw new CancellationException("The read was cancelled");
        }
    }

    /**
     * Registers a statement that is about to run; throws a {@link CancellationException} if the read has been
     * cancelled.
     */
    synchronized void started(Statement statement) {
        check();
        running.add(statement);
    }

    /** Removes a statement that has been closed; waits for a request to cancel it that is under way. */
    synchronized void ended(Statement statement) {
        if (running.remove(statement)) {
            notifyAll();
        }
    }
}
