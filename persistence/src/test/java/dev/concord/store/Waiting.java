package dev.concord.store;

import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A call, on its own thread, that waits for another transaction. The database itself is asked whether it waits.
 *
 * @param <T> the call's result
 */
public final class Waiting<T> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** If nobody holds the file's lock, a transaction begins within microseconds. */
    private static final Duration NO_QUICK_CALL = Duration.ofMillis(5);

    private final FutureTask<T> call;
    private final Thread thread;

    private Waiting(Callable<T> call) {
        this.call = new FutureTask<>(call);
        this.thread = Thread.ofPlatform().name("waiting").start(this.call);
    }

    /** Starts the call, and returns as soon as it waits; fails if the call ends without having waited. */
    public static <T> Waiting<T> begun(Database database, Callable<T> call) throws Exception {
        try (Connection watching = database.dataSource().getConnection();
                Statement statement = watching.createStatement()) {
            int others = database.dialect() == Dialect.SQLITE ? 0 : waiting(database.dialect(), statement);
            Waiting<T> waiting = new Waiting<>(call);
            waiting.awaitItsWaiting(database.dialect(), statement, others);
            return waiting;
        }
    }

    /** What the call came to, whatever it waited for having ended. */
    public T outcome() throws Exception {
        return call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Tells the thread to stop. */
    void interrupt() {
        thread.interrupt();
    }

    private void awaitItsWaiting(Dialect dialect, Statement watching, int others) throws Exception {
        long begun = System.nanoTime();
        long inside = begun;
        int fewest = others;
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            if (call.isDone()) {
                throw new AssertionError("It did not wait, and came to " + call.get());
            }
            if (dialect != Dialect.SQLITE) {
                int now = waiting(dialect, watching);
                if (now > fewest) {
                    return;
                }
                // Whoever still waited since some time before may have ended.
                fewest = Math.min(fewest, now);
            } else if (!beginsInSqlite()) {
                inside = System.nanoTime();
            } else if (System.nanoTime() - inside > NO_QUICK_CALL.toNanos()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("It neither waited nor came to anything");
    }

    /** How many connections wait for locks. */
    private static int waiting(Dialect dialect, Statement watching) throws SQLException {
        String counting =
                switch (dialect) {
                    case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
                    case POSTGRESQL ->
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()";
                    // Not innodb_trx, which is cached and may be old when it is read often.
                    case MARIADB, MYSQL -> "show global status where variable_name = 'Innodb_row_lock_current_waits'";
                    case SQLITE -> throw new AssertionError("There is no server to be asked");
                };
        try (ResultSet result = watching.executeQuery(counting)) {
            result.next();
            return result.getInt(result.getMetaData().getColumnCount());
        }
    }

    /**
     * The file's lock is waited for in the driver's native code where a transaction begins, and nowhere else: a machine
     * under load may spend as long on a query, and the call has not yet seen then what it is to see before the wait.
     */
    private boolean beginsInSqlite() {
        List<StackTraceElement> frames = List.of(thread.getStackTrace());
        return frames.stream().anyMatch(frame -> frame.getClassName().equals("org.sqlite.core.NativeDB"))
                && frames.stream().anyMatch(Waiting::isBeginning);
    }

    private static boolean isBeginning(StackTraceElement frame) {
        String method = frame.getMethodName();
        return frame.getClassName().startsWith("dev.concord.sql.TransactionBoundary")
                ? method.equals("begin")
                : frame.getClassName().startsWith("org.sqlite.") && method.equals("setAutoCommit");
    }
}
