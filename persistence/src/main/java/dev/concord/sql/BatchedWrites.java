package dev.concord.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sends writes in the order given; those of the same text that follow each other are one JDBC batch. */
public final class BatchedWrites {
    private final Transaction transaction;
    private final List<Integer> counts = new ArrayList<>();
    private final List<BoundParameters> waiting = new ArrayList<>();
    private RenderedStatement statement = new RenderedStatement("", List.of());

    /** Writes in a transaction. */
    public BatchedWrites(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Adds one write; sends those before it when its text is another. */
    public void add(RenderedStatement write, BoundParameters parameters) throws SQLException {
        if (!write.sql().equals(statement.sql())) {
            send();
            statement = write;
        }
        waiting.add(parameters);
    }

    /** Sends what is left, and returns how many rows each write has met, in the order they were given. */
    public List<Integer> counts() throws SQLException {
        send();
        return counts;
    }

    private void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        for (int count : transaction.writeAll(statement, waiting)) {
            if (count < 0) {
                throw new SQLException("The driver does not report how many rows a write of a batch has met");
            }
            counts.add(count);
        }
        waiting.clear();
    }
}
