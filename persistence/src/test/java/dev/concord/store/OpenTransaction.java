package dev.concord.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A colleague's transaction that has written and not ended: others who want the same rows have to wait for it. */
public final class OpenTransaction implements AutoCloseable {
    private final Shop shop;
    private final Connection connection;

    /** How one ends. */
    interface Ending {
        void of(OpenTransaction theirs) throws SQLException;
    }

    public OpenTransaction(Shop shop, String... statements) throws SQLException {
        this.shop = shop;
        this.connection = shop.database().dataSource().getConnection();
        connection.setAutoCommit(false);
        write(statements);
    }

    /** Writes more. */
    void write(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(shop.quoted(sql));
            }
        }
    }

    public void commit() throws SQLException {
        connection.commit();
        letGo();
    }

    public void rollBack() throws SQLException {
        connection.rollback();
        letGo();
    }

    /** SQLite's driver begins the next transaction, and locks, as soon as one ends. */
    private void letGo() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Undoes what has not been committed, as the pool does with every connection. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
