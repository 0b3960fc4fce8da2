package dev.concord.sql;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.StoreFault;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The process of a PostgreSQL server that serves one connection. When the connection breaks, the process still runs the
 * statement it has received: one that waits for a lock writes once it gets the lock. So a statement that is its own
 * transaction is over only when the process has ended. Reading the row with a lock does not show this, because it waits for
 * transactions that hold the lock and not for those that wait for it.
 */
public final class ServerProcess {
    /** How long to wait for the end, in seconds: longer than a statement waits for a lock. */
    private static final int PATIENCE_SECONDS = 6;

    private final Transactions transactions;
    private final ServerIdentity server;
    private final int number;

    /**
     * A process.
     *
     * @param server the server it is a process of
     * @param number its number there
     */
    private ServerProcess(Transactions transactions, ServerIdentity server, int number) {
        this.transactions = transactions;
        this.server = server;
        this.number = number;
    }

    /** Returns the process that serves a transaction; empty behind a pooler, where it is not the connection's own. */
    public static Optional<ServerProcess> of(Transactions transactions, Transaction transaction) throws SQLException {
        OptionalInt number = transaction.process();
        return number.isPresent()
                ? Optional.of(new ServerProcess(transactions, transaction.server(), number.getAsInt()))
                : Optional.empty();
    }

    /** Whether the process has certainly ended, which only its own server knows; waits up to six seconds for its end. */
    public boolean ended() {
        try {
            return transactions.read(this::ended);
        } catch (StoreFault _) {
            return false;
        }
    }

    private boolean ended(Transaction transaction) throws SQLException {
        return transaction.server().is(server)
                && transaction
                        .textOnceChanged(
                                "1", PATIENCE_SECONDS, "select count(*) from pg_stat_activity where pid = " + number)
                        .equals("0");
    }
}
