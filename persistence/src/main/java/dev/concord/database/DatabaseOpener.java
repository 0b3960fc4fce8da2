package dev.concord.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.SqlFault;
import dev.concord.dialect.SqlFaults;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opens databases: parses the address, connects once, detects the product, and creates the pool. */
public final class DatabaseOpener {
    private static final int MOST_CONNECTIONS = 8;
    private static final long POOL_TIMEOUT_MILLIS = 10_000;

    private DatabaseOpener() {}

    /**
     * Opens an existing database; never creates one. May take as long as the connection time-out (10 s); never call it
     * on the FX thread.
     */
    public static OpenOutcome open(DatabaseSettings settings) {
        return open(settings, ConnectionGuard.NONE);
    }

    /**
     * Opens a database as {@link #open(DatabaseSettings)} does.
     *
     * @param guard checks each thread that asks the open database for a connection
     */
    public static OpenOutcome open(DatabaseSettings settings, ConnectionGuard guard) {
        return switch (AddressReader.read(settings.address())) {
            case Address.Refused refused -> refused.failed();
            case Address.Understood understood -> connect(understood.address(), settings, guard);
        };
    }

    /**
     * Opens an open database again, with the same user and password, for reading only or also for writing. The given
     * one stays open. May take as long as {@link #open(DatabaseSettings)}.
     *
     * @param guard checks each thread that asks the open database for a connection
     */
    public static OpenOutcome reopen(Database database, boolean forReadingOnly, ConnectionGuard guard) {
        DatabaseSettings known = database.settings();
        return open(new DatabaseSettings(known.address(), known.user(), known.password(), forReadingOnly), guard);
    }

    /**
     * Opens the file that has taken the place of an open database's file, with the same user and password. An H2 database
     * is closed before, because H2 would go on with the old file; that of SQLite stays open. Where there is no file that could
     * be opened, nothing is closed. May take as long as {@link #open(DatabaseSettings)}.
     *
     * @param guard checks each thread that asks the open database for a connection
     */
    public static OpenOutcome reopenReplaced(Database database, ConnectionGuard guard) {
        if (database.dialect() == Dialect.H2
                && AddressReader.read(database.settings().address()) instanceof Address.Understood) {
            database.leaveFile();
        }
        return reopen(database, database.readOnly(), guard);
    }

    private static OpenOutcome connect(Address address, DatabaseSettings settings, ConnectionGuard guard) {
        ConnectionFactory connector = new ConnectionFactory(address, settings);
        // Kept open until the pool has its own connection: an in-memory H2 database exists while it has connections.
        try (Connection first = connector.getConnection()) {
            Dialect dialect = dialect(address.dialect(), first);
            if (dialect == Dialect.MYSQL) {
                connector.preferEncryption();
            }
            readSchema(dialect, first);
            String product = product(dialect, first.getMetaData());
            TextStorage textStorage = TextStorage.of(dialect, first);
            List<Runnable> whenLost = new CopyOnWriteArrayList<>();
            HikariDataSource pool = pool(connector, address, settings.readOnly(), guard, whenLost);
            boolean remote = !address.host().isEmpty();
            String user = settings.user().isEmpty() ? address.user() : settings.user();
            Optional<String> identity = DatabaseIdentity.of(address, user);
            return new OpenOutcome.Opened(new Database(
                    pool,
                    dialect,
                    textStorage,
                    settings,
                    remote,
                    address.label(),
                    product,
                    identity,
                    connector.file(),
                    whenLost));
        } catch (SQLException e) {
            return OpenFailure.of(e, address, settings);
        }
    }

    /** MariaDB's driver connects to MySQL too, so the server is asked what it is. */
    private static Dialect dialect(Dialect byAddress, Connection connection) throws SQLException {
        if (byAddress != Dialect.MARIADB) {
            return byAddress;
        }
        String product = connection.getMetaData().getDatabaseProductName();
        return product.toLowerCase(Locale.ROOT).contains("mariadb") ? Dialect.MARIADB : Dialect.MYSQL;
    }

    /** PostgreSQL's versions are named by their first number, the others' by the first two. */
    private static String product(Dialect dialect, DatabaseMetaData about) throws SQLException {
        String version = dialect == Dialect.POSTGRESQL
                ? String.valueOf(about.getDatabaseMajorVersion())
                : about.getDatabaseMajorVersion() + "." + about.getDatabaseMinorVersion();
        return about.getDatabaseProductName() + " " + version;
    }

    /** SQLite connects to any file; only a read shows whether the file is a database and is not locked. */
    private static void readSchema(Dialect dialect, Connection connection) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
                answer.next();
            }
        }
    }

    /** A pool that checks each thread before giving it a connection, and reports when it has none to give. */
    private static final class GuardedPool extends HikariDataSource {
        private final ConnectionGuard guard;
        private final LostConnections lost;

        GuardedPool(HikariConfig config, ConnectionGuard guard, LostConnections lost) {
            super(config);
            this.guard = guard;
            this.lost = lost;
        }

        @Override
        public Connection getConnection() throws SQLException {
            guard.check();
            try {
                return super.getConnection();
            } catch (SQLException e) {
                if (!isClosed()) {
                    lost.found(e);
                }
                throw e;
            }
        }
    }

    private static HikariDataSource pool(
            ConnectionFactory connector,
            Address address,
            boolean readOnly,
            ConnectionGuard guard,
            List<Runnable> whenLost)
            throws SQLException {
        LostConnections lost = new LostConnections(address.dialect(), whenLost);
        HikariConfig config = new HikariConfig();
        config.setPoolName("concord");
        config.setDataSource(connector);
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(lost);
        if (address.host().isEmpty()) {
            config.setMaxLifetime(0);
        }
        HikariDataSource pool = new GuardedPool(config, guard, lost);
        try {
            pool.getConnection().close();
        } catch (SQLException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    /**
     * Removes lost connections from the pool, which by itself recognises only SQLSTATEs that H2 does not use, and reports
     * them.
     *
     * @param whenLost run at each loss, by the thread that met with it
     */
    private record LostConnections(Dialect dialect, List<Runnable> whenLost) implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException error) {
            return found(error)
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }

        /** Reports an error if it means that a connection is lost; returns whether it does. */
        boolean found(SQLException error) {
            boolean lost = SqlFaults.of(error, dialect).kind() == SqlFault.Kind.CONNECTION_LOST;
            if (lost) {
                whenLost.forEach(Runnable::run);
            }
            return lost;
        }
    }
}
