package dev.concord.app.gateway.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends reads from clients that are slow to send and writes to those that are slow to receive: the thread is interrupted
 * while it waits for the client and at no other time, so that no database is interrupted. The JDK's server has limits for
 * whole requests and answers only, the same for every server of a program.
 */
final class TransferWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Set<Transfer> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gateway-transfers").factory());

    private final ScheduledFuture<?> looks;

    /** A read or write of a client's connection. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /** Starts watching. */
    TransferWatch() {
        looks = clock.scheduleAtFixedRate(
                this::interruptLate, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Runs a call.
     *
     * @throws IOException the call's own, or one that says that the connection was closed because the time was up
     */
    <T> T within(Duration limit, Call<T> call) throws IOException {
        Transfer transfer = new Transfer(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        running.add(transfer);
        try {
            return call.run();
        } finally {
            running.remove(transfer);
            transfer.end();
        }
    }

    private void interruptLate() {
        long now = System.nanoTime();
        running.forEach(transfer -> transfer.interruptIfLate(now));
    }

    @Override
    public void close() {
        looks.cancel(false);
        clock.shutdownNow();
    }

    private static final class Transfer {
        private final Thread thread;
        private final long until;
        private boolean ended;
        private boolean interrupted;

        Transfer(Thread thread, long until) {
            this.thread = thread;
            this.until = until;
        }

        synchronized void interruptIfLate(long now) {
            if (!ended && !interrupted && now - until > 0) {
                interrupted = true;
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
            if (interrupted) {
                // What the thread does next is not meant.
                Thread.interrupted();
            }
        }
    }
}
