package dev.concord.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * The process of a PostgreSQL server that serves one connection. When that breaks, it carries on with the statement it has
 * or still finds in the wire, though nobody will hear of it: one that waits for a lock writes when it gets it. So a
 * statement that is its own transaction is over only when the process is. Whoever reads the row with a lock waits for those
 * who hold it, not for those who have yet to come.
 */
final class ServerProcess {
    /** More than a statement waits for a lock. */
    private static final long PATIENCE_SECONDS = 6;

    private final Transactions transactions;
    private final int number;

    ServerProcess(Transactions transactions, int number) {
        this.transactions = transactions;
        this.number = number;
    }

    /** Whether it is known to have ended; waits a while for that. */
    boolean ended() {
        try {
            return transactions.read(this::ended);
        } catch (StoreFault _) {
            return false;
        }
    }

    private boolean ended(Transaction transaction) throws SQLException {
        // A pool on the way (PgBouncer) tells its clients numbers of its own.
        if (!transaction.text("select pg_backend_pid()").equals(Integer.toString(transaction.process()))) {
            return false;
        }
        String asking = "select count(*) from pg_stat_activity where pid = " + number;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean ended = transaction.text(asking).equals("0");
        while (!ended && System.nanoTime() < deadline) {
            transaction.execute("select pg_sleep(0.01)");
            ended = transaction.text(asking).equals("0");
        }
        return ended;
    }
}
