package dev.concord.sql;

import dev.concord.dialect.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a connection's limits from ending a statement that is meant to wait for others: the limit of the network is
 * extended by the wait, and the server's limit of the statement is lifted, until this is closed. H2 knows no other limit of
 * the network for a connection that is open, so there a wait over a network cannot be longer than that.
 */
final class LimitExtension implements AutoCloseable {
    private final Transaction transaction;
    private final Dialect dialect;
    private final int network;
    /** The limit of statements before; empty where there is none to be lifted. */
    private final Optional<String> statement;

    LimitExtension(Transaction transaction, Duration wait) throws SQLException {
        this.transaction = transaction;
        this.dialect = transaction.dialect();
        this.network = hasNetwork() ? transaction.networkTimeout() : 0;
        boolean tooShort = network > 0 && wait.toMillis() > network / 2;
        this.statement = tooShort ? Optional.of(before()) : Optional.empty();
        if (tooShort) {
            limitStatements("0");
            transaction.limitNetwork(Math.clamp(network + wait.toMillis(), 1, Integer.MAX_VALUE));
        }
    }

    private boolean hasNetwork() {
        return dialect != Dialect.H2 && dialect != Dialect.SQLITE;
    }

    private String before() throws SQLException {
        return transaction.text(
                dialect == Dialect.POSTGRESQL
                        ? "select current_setting('statement_timeout')"
                        : "select @@session." + setting());
    }

    private void limitStatements(String limit) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            // An error ends the transaction and the setting with it.
            transaction.text("select set_config('statement_timeout', '" + limit + "', true)");
        } else {
            transaction.execute("set session " + setting() + " = " + limit);
        }
    }

    private String setting() {
        return dialect == Dialect.MARIADB ? "max_statement_time" : "max_execution_time";
    }

    @Override
    public void close() throws SQLException {
        if (statement.isPresent()) {
            transaction.limitNetwork(network);
            limitStatements(statement.get());
        }
    }
}
