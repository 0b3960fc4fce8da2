package dev.concord.store;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checks, with a statement of its own, whether columns were added to a table since it was read from the catalog. */
final class ShapeCheck {
    private ShapeCheck() {}

    /** Checks in every database. */
    static Optional<Outcome.TableChanged> always(Transaction transaction, OpenTable open) throws SQLException {
        List<String> unknown = transaction.columnsOf(open.statements().shape()).stream()
                .filter(name -> !open.columnNames().contains(name))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", unknown)));
    }

    /** Checks only where the statements that write do not check it themselves, as they do in PostgreSQL and H2. */
    static Optional<Outcome.TableChanged> ifNeeded(Transaction transaction, OpenTable open) throws SQLException {
        Dialect dialect = open.sql().dialect();
        boolean inTheStatement = dialect == Dialect.POSTGRESQL || dialect == Dialect.H2;
        return inTheStatement && open.table().whole() ? Optional.empty() : always(transaction, open);
    }
}
