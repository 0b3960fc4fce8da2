package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.ConnectionGuard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Refuses the FX thread every connection to a database, and remembers that it asked for one: JavaFX swallows what a
 * listener throws. Safe to share between threads.
 */
public final class FxThreadGuard implements ConnectionGuard {
    private final List<Throwable> refused = new CopyOnWriteArrayList<>();

    @Override
    public void check() {
        if (Thread.currentThread().getName().equals("JavaFX Application Thread")) {
            IllegalStateException fault = new IllegalStateException("The FX thread asked the pool for a connection");
            refused.add(fault);
            throw fault;
        }
    }

    /** Fails the test in which the FX thread asked for a connection. */
    public void assertNeverAsked() {
        assertThat(refused).isEmpty();
    }
}
