package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Drops what a test was given once the test has ended and closed everything: hundreds of databases left to the end of
 * the run take longer to delete than the run is willing to wait. JUnit finds it as a service and calls it from one
 * thread at a time.
 */
public final class FreshDatabases implements TestExecutionListener {
    private static final Queue<Fresh> GIVEN = new ArrayDeque<>();

    private record Fresh(Engine engine, DatabaseSettings settings) {}

    /** Remembers a database to be dropped at the end of the running test. */
    static synchronized DatabaseSettings given(Engine engine, DatabaseSettings settings) {
        GIVEN.add(new Fresh(engine, settings));
        return settings;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            dropAll();
        }
    }

    private static synchronized void dropAll() {
        for (Fresh fresh = GIVEN.poll(); fresh != null; fresh = GIVEN.poll()) {
            fresh.engine().drop(fresh.settings());
        }
    }
}
