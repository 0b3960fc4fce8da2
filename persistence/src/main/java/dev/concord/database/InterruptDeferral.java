package dev.concord.database;

import java.util.function.Supplier;

/**
 * Lets an interrupted thread finish its work with the database; the thread is interrupted again afterwards. An interrupted
 * thread gets no connection from the pool, and Java closes the file of an embedded H2 while the thread reads it. (When a
 * thread is interrupted during the work, H2 opens the file again, as the address of H2 files asks for; that interrupt is lost.)
 */
public final class InterruptDeferral {
    private InterruptDeferral() {}

    /** Does some work, and returns its result. */
    public static <T> T call(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
