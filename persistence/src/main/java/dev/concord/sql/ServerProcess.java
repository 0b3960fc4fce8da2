package dev.concord.sql;

import dev.concord.outcome.StoreFault;
import java.sql.SQLException;

/**
 * The process of a PostgreSQL server that serves one connection. When that breaks, it carries on with the statement it has
 * or still finds in the wire, though nobody will hear of it: one that waits for a lock writes when it gets it. So a
 * statement that is its own transaction is over only when the process is. Whoever reads the row with a lock waits for those
 * who hold it, not for those who have yet to come.
 */
public final class ServerProcess {
    /** More than a statement waits for a lock. */
    private static final int PATIENCE_SECONDS = 6;

    private final Transactions transactions;
    private final int number;

    public ServerProcess(Transactions transactions, int number) {
        this.transactions = transactions;
        this.number = number;
    }

    /** Whether it is known to have ended; waits a while for that. */
    public boolean ended() {
        try {
            return transactions.read(this::ended);
        } catch (StoreFault _) {
            return false;
        }
    }

    private boolean ended(Transaction transaction) throws SQLException {
        String own = transaction.text("select pg_backend_pid()");
        // A pool on the way (PgBouncer) tells its clients numbers of its own.
        return own.equals(Integer.toString(transaction.process()))
                && transaction
                        .textAfter("1", PATIENCE_SECONDS, "select count(*) from pg_stat_activity where pid = " + number)
                        .equals("0");
    }
}
