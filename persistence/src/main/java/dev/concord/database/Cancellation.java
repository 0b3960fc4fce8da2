package dev.concord.database;

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
 * Cancels a read from another thread: the statement that is running for it is cancelled in the database, and it starts no
 * further one, so that its connection is free for others. Threads are never interrupted for this, because interrupting a
 * thread inside embedded H2 closes the database file. Safe to share between threads.
 *
 * <p>Whoever starts a read calls it through {@link #call}; {@link Database#read} finds the cancellation by the thread, in a
 * {@link ScopedValue}. It is no parameter, because a read passes some thirty methods of the store, the queries and the
 * catalog on its way there, and none of them has anything to do with it. Writes do not go through {@link Database#read}
 * and are never cancelled: nobody could tell afterwards whether they were carried out.
 */
public final class Cancellation {
    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());
    private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

    /** The time after which a statement that did not end is cancelled again: drivers ignore a request that comes too early. */
    private static final long AGAIN_MILLIS = 100;

    /** By identity; guarded by this object's monitor. */
    private final Set<Statement> running = Collections.newSetFromMap(new IdentityHashMap<>());

    private volatile boolean cancelled;

    /** Returns the cancellation the calling thread reads under; empty when it reads under none. */
    static Optional<Cancellation> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Runs a read, on the calling thread, so that it can be cancelled.
     *
     * @throws CancellationException when it was cancelled while it used the database or before it did
     * @throws Exception what the read throws
     */
    public <T> T call(Callable<T> read) throws Exception {
        return ScopedValue.where(CURRENT, this).call(read::call);
    }

    /**
     * Cancels the read, and returns when no statement is running for it any more. That may take as long as the network's
     * limit, so never call it on the FX thread.
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

    /** Whether it has been cancelled; it stays so. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws a {@link CancellationException} if it has been cancelled. */
    void check() {
        if (cancelled) {
            throw new CancellationException("The read was cancelled");
        }
    }

    /** Registers a statement that is about to run; throws a {@link CancellationException} if it must not. */
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
