package dev.concord.app.task;

import dev.concord.database.FaultText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a conversation with somebody who does not answer: what is closed lets go of whoever waits in it. Closing the
 * deadline in time calls it off; it is in time or too late, never both. Keeps no program alive.
 */
public final class Deadline implements AutoCloseable {
    private final CountDownLatch met = new CountDownLatch(1);
    private final AtomicBoolean decided = new AtomicBoolean();

    private Deadline() {}

    /**
     * Closes something after a while.
     *
     * @param late may be closed by another thread than the one that waits in it
     */
    public static Deadline after(Duration patience, Closeable late) {
        Deadline deadline = new Deadline();
        Thread.ofPlatform().daemon().name("deadline").start(() -> deadline.watch(patience, late));
        return deadline;
    }

    private void watch(Duration patience, Closeable late) {
        try {
            if (!met.await(patience.toMillis(), TimeUnit.MILLISECONDS) && decided.compareAndSet(false, true)) {
                late.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.getLogger(Deadline.class.getName()).log(Level.DEBUG, "Closing failed: {0}", FaultText.of(e));
        }
    }

    /**
     * Calls it off.
     *
     * @throws IOException when it is too late: what was to be closed is closed, or is about to be
     */
    @Override
    public void close() throws IOException {
        met.countDown();
        if (!decided.compareAndSet(false, true)) {
            throw new InterruptedIOException("Too late");
        }
    }
}
