package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import dev.concord.database.ServerIdentity;
import dev.concord.record.Value;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Asks PostgreSQL whether a transaction whose COMMIT is in doubt was rolled back. Only the server's record of the
 * transaction's number proves that an insert was <em>not</em> written: a row that is absent may have been inserted and then
 * deleted by a third writer.
 */
public final class TransactionStatus {
    /** The expression for the number of the present transaction, which has one from its first write on. */
    static final String NUMBER = "txid_current()";

    /** The number as a column of an answer. */
    public static final Column COLUMN = new Column(
            "the transaction's number",
            "bigint",
            ValueKind.INTEGER,
            0,
            0,
            false,
            Optional.empty(),
            Generation.COMPUTED,
            List.of(),
            "");

    /** How long to wait, in seconds, until the server has rolled back the transaction of a client it has lost. */
    private static final int PATIENCE_SECONDS = 5;

    private final Transactions transactions;
    private final ServerIdentity server;
    private final Value number;

    /**
     * The status of one transaction.
     *
     * @param server the server that carried it out; another one knows nothing of it
     * @param number its number; NULL where there is none
     */
    public TransactionStatus(Transactions transactions, ServerIdentity server, Value number) {
        this.transactions = transactions;
        this.server = server;
        this.number = number;
    }

    /** Whether it was certainly rolled back; waits up to five seconds for the server to end it. */
    public boolean rolledBack() {
        return !number.isNull()
                && transactions.write(asking -> Completion.rollBack(rolledBack(asking)))
                        instanceof Ending.Done<Boolean>(Boolean rolledBack)
                && rolledBack;
    }

    private boolean rolledBack(Transaction transaction) throws SQLException {
        return transaction.server().is(server)
                && transaction
                        .textOnceChanged(
                                "in progress",
                                PATIENCE_SECONDS,
                                "select coalesce(txid_status(" + number.text() + "), 'unknown')")
                        .equals("aborted");
    }
}
