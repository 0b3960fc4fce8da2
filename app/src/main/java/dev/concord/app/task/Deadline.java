package dev.concord.app.task;

import dev.concord.dialect.FaultText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A time limit for blocking input and output: when it is reached, a stream or socket is closed, which ends the call that
 * blocks in it. Closing the deadline before that cancels it; one of the two happens, never both. Its thread is a daemon.
 */
public final class Deadline implements AutoCloseable {
    private final CountDownLatch met = new CountDownLatch(1);
    private final AtomicBoolean decided = new AtomicBoolean();

    private Deadline() {}

    /**
     * Starts a deadline.
     *
     * @param patience the time until the deadline
     * @param late closed when the deadline is reached, by another thread than the one that blocks in it
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
     * Cancels the deadline.
     *
     * @throws IOException when it has been reached: what was to be closed is closed, or is about to be
     */
    @Override
    public void close() throws IOException {
        met.countDown();
        if (!decided.compareAndSet(false, true)) {
            throw new InterruptedIOException("Too late");
        }
    }
}
