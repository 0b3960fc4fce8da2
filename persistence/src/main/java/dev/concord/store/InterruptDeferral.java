package dev.concord.store;

import java.util.function.Supplier;

/**
 * Lets a thread that was told to stop finish with the database first; it is told again afterwards. A connection pool
 * would turn it away, and Java closes the file of an embedded H2 under its hands. (Told in the middle of that, H2 opens
 * the file again by itself, see the address of H2 files, and the thread is not told any more.)
 */
final class InterruptDeferral {
    private InterruptDeferral() {}

    static <T> T call(Supplier<T> work) {
        boolean told = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
