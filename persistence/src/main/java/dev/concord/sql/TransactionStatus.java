package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a transaction whose COMMIT is in doubt. PostgreSQL remembers it by the transaction's number; nothing
 * else proves that an insert was <em>not</em> written: a row that is not there may have been, and a third writer has
 * deleted it.
 */
public final class TransactionStatus {
    /** What reads the number of the present transaction; it has one from its first write on. */
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

    /** How long a server that has lost its client may take to undo what that client did. */
    private static final int PATIENCE_SECONDS = 5;

    private final Transactions transactions;
    private final Value number;

    /**
     * The fate of one transaction.
     *
     * @param number its number; NULL where there is none
     */
    public TransactionStatus(Transactions transactions, Value number) {
        this.transactions = transactions;
        this.number = number;
    }

    /** Whether it is known to have been undone; waits for the server to end it. */
    public boolean undone() {
        if (number.isNull()) {
            return false;
        }
        try {
            return transactions.read(this::undone);
        } catch (StoreFault _) {
            return false;
        }
    }

    private boolean undone(Transaction transaction) throws SQLException {
        return transaction
                .textAfter("in progress", PATIENCE_SECONDS, "select txid_status(" + number.text() + ")")
                .equals("aborted");
    }
}
