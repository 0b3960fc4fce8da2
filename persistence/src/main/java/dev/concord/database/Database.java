package dev.concord.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/** An open database: a pool of connections and what is known of its dialect. Safe to share between threads. */
public final class Database implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 8;
    private static final long POOL_TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final DatabaseSettings settings;
    private final boolean remote;
    private final String label;
    private final String product;

    private Database(
            HikariDataSource pool, Dialect dialect, DatabaseSettings settings, Address address, String product) {
        this.pool = pool;
        this.dialect = dialect;
        this.settings = settings;
        this.remote = !address.host().isEmpty();
        this.label = address.label();
        this.product = product;
    }

    /**
     * Opens a database that is there already; never creates one. May take as long as the connection timeout (10 s); never
     * call it on the FX thread.
     */
    public static OpenOutcome open(DatabaseSettings settings) {
        return switch (AddressReader.read(settings.address())) {
            case Address.Refused refused -> refused.failed();
            case Address.Understood understood -> connect(understood.address(), settings);
        };
    }

    private static OpenOutcome connect(Address address, DatabaseSettings settings) {
        ConnectionFactory connector = new ConnectionFactory(address, settings);
        // Held until the pool has a connection of its own: an in-memory H2 database lives as long as its connections.
        try (Connection first = connector.getConnection()) {
            Dialect dialect = dialect(address.dialect(), first);
            if (dialect == Dialect.MYSQL) {
                connector.preferEncryption();
            }
            readSchema(dialect, first);
            String product = product(dialect, first.getMetaData());
            return new OpenOutcome.Opened(
                    new Database(pool(connector, address, settings.readOnly()), dialect, settings, address, product));
        } catch (SQLException e) {
            return OpenFailure.of(e, address, settings);
        }
    }

    /** MariaDB's driver speaks to MySQL too, whatever the address calls it. */
    private static Dialect dialect(Dialect byAddress, Connection connection) throws SQLException {
        if (byAddress != Dialect.MARIADB) {
            return byAddress;
        }
        String product = connection.getMetaData().getDatabaseProductName();
        return product.toLowerCase(Locale.ROOT).contains("mariadb") ? Dialect.MARIADB : Dialect.MYSQL;
    }

    /** PostgreSQL's versions are known by their first number, the others' by two. */
    private static String product(Dialect dialect, DatabaseMetaData about) throws SQLException {
        String version = dialect == Dialect.POSTGRESQL
                ? String.valueOf(about.getDatabaseMajorVersion())
                : about.getDatabaseMajorVersion() + "." + about.getDatabaseMinorVersion();
        return about.getDatabaseProductName() + " " + version;
    }

    /** SQLite connects to anything; only reading shows whether the file is a database and free to be used. */
    private static void readSchema(Dialect dialect, Connection connection) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
                answer.next();
            }
        }
    }

    private static HikariDataSource pool(ConnectionFactory connector, Address address, boolean readOnly)
            throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("concord");
        config.setDataSource(connector);
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new LostConnections(address.dialect()));
        if (address.host().isEmpty()) {
            config.setMaxLifetime(0);
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            pool.getConnection().close();
        } catch (SQLException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    /** By itself the pool knows only the standard's signs of a dead connection, which H2 does not give, and would hand it out again. */
    private record LostConnections(Dialect dialect) implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException error) {
            return SqlFaults.of(error, dialect).kind() == SqlFault.Kind.CONNECTION_LOST
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
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

    /** What it is and its version, for people: {@code PostgreSQL 18}. */
    public String product() {
        return product;
    }

    /** Whether every write is refused, by the database itself as well. */
    public boolean readOnly() {
        return settings.readOnly();
    }

    /**
     * Opens the same database once more, with the same user and password, for reading only or for writing too. This one
     * stays open. As slow as {@link #open}.
     */
    public OpenOutcome reopen(boolean forReadingOnly) {
        return open(new DatabaseSettings(settings.address(), settings.user(), settings.password(), forReadingOnly));
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
