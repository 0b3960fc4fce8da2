package dev.concord.store;

import dev.concord.record.Row;
import dev.concord.sql.Parameters;
import dev.concord.sql.RenderedStatement;
import dev.concord.sql.RowCondition;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sends updates in the order given; those of the same text that follow each other are one JDBC batch. */
final class BatchedWrites {
    private final Transaction transaction;
    private final List<Integer> counts = new ArrayList<>();
    private final List<Parameters> waiting = new ArrayList<>();
    private RenderedStatement statement = new RenderedStatement("", List.of());

    BatchedWrites(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(OpenTable open, Row values, RowCondition which) throws SQLException {
        RenderedStatement update = open.statements().update(values, List.of(), which);
        if (!update.sql().equals(statement.sql())) {
            send();
            statement = update;
        }
        waiting.add(Parameters.ofUpdate(open.sql(), values, List.of(), which));
    }

    /** Returns how many rows each update has met, in the order they were given. */
    List<Integer> counts() throws SQLException {
        send();
        return counts;
    }

    private void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        for (int count : transaction.writeAll(statement, waiting)) {
            if (count < 0) {
                throw new SQLException("The driver does not report how many rows an update of a batch has met");
            }
            counts.add(count);
        }
        waiting.clear();
    }
}
