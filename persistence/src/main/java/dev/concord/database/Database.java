package dev.concord.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/** An open database: a pool of connections and what is known of its dialect. Safe to share between threads. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Dialect dialect;
    private final DatabaseSettings settings;
    private final boolean remote;
    private final String label;
    private final String product;

    /**
     * Takes over an open pool.
     *
     * @param remote whether a server is reached over a network or a socket, rather than a database in this process
     * @param label a short name for people
     * @param product the database's name and version, for people
     */
    Database(
            HikariDataSource pool,
            Dialect dialect,
            DatabaseSettings settings,
            boolean remote,
            String label,
            String product) {
        this.pool = pool;
        this.dialect = dialect;
        this.settings = settings;
        this.remote = remote;
        this.label = label;
        this.product = product;
    }

    /** Reads something over one connection. */
    @FunctionalInterface
    public interface Read<T> {
        T over(Connection connection) throws SQLException;
    }

    /**
     * Reads over a connection of the pool, under the {@link Cancellation} the calling thread reads under, if any. The
     * connection of a cancelled read of a server is not used again: the server may receive the request to cancel late,
     * and would cancel what the connection does by then.
     *
     * @throws SQLException when there is no connection, or from the read
     * @throws CancellationException when the read is cancelled, whatever it came to by then
     */
    public <T> T read(Read<T> read) throws SQLException {
        Optional<Cancellation> current = Cancellation.current();
        return current.isPresent() ? read(read, current.get()) : readUncancelled(read);
    }

    private <T> T readUncancelled(Read<T> read) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return read.over(connection);
        }
    }

    private <T> T read(Read<T> read, Cancellation cancellation) throws SQLException {
        cancellation.check();
        try (Connection connection = pool.getConnection()) {
            try {
                cancellation.check();
                return read.over(CancellableConnection.over(connection, cancellation));
            } finally {
                if (cancellation.isCancelled() && remote) {
                    pool.evictConnection(connection);
                }
            }
        } catch (SQLException | RuntimeException e) {
            if (cancellation.isCancelled() && !(e instanceof CancellationException)) {
                CancellationException cancelled = new CancellationException("The read was cancelled");
                cancelled.initCause(e);
                throw cancelled;
            }
            throw e;
        }
    }

    /** The pool, for writes; what only reads calls {@link #read}. */
    public DataSource dataSource() {
        return pool;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns the settings it was opened with. */
    DatabaseSettings settings() {
        return settings;
    }

    /** What it is and its version, for people: {@code PostgreSQL 18}. */
    public String product() {
        return product;
    }

    /** Whether every write is refused, by the database itself as well. */
    public boolean readOnly() {
        return settings.readOnly();
    }

    /** A short name for people: the file's name, or host and database. Never holds a password. */
    public String label() {
        return label;
    }

    @Override
    public void close() {
        pool.close();
    }
}
