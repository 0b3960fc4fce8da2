package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.sql.CatchingUp;
import dev.concord.sql.Transaction;
import java.sql.SQLException;

/**
 * What a server can say about a transaction in doubt. Only the server that was to commit it waits, when the row is read with a
 * lock, until the transaction has ended. Any other one may lag behind, and may receive the transaction later.
 */
enum Witness {
    /** The server that was to commit. */
    SAME,
    /** Another server of the same cluster, which has everything that had been committed when it was asked. */
    CAUGHT_UP,
    /** Another server, or one that does not say which one it is. */
    OTHER;

    /** A read by a witness. */
    interface Reading<T> {
        T by(Witness witness) throws SQLException;
    }

    /**
     * Reads in a transaction that may be carried out by another server than the one in doubt.
     *
     * @param doubtful the server that was to commit
     */
    static <T> T read(Transaction transaction, ServerIdentity doubtful, Reading<T> reading) throws SQLException {
        ServerIdentity server = transaction.server();
        if (server.is(doubtful)) {
            return reading.by(SAME);
        }
        if (!server.isInClusterOf(doubtful)) {
            return reading.by(OTHER);
        }
        try (CatchingUp _ = new CatchingUp(transaction)) {
            return reading.by(CAUGHT_UP);
        }
    }
}
