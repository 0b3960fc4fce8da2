package dev.concord.database;

import dev.concord.dialect.Dialect;
import dev.concord.dialect.FaultText;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Creates the pool's connections, with the session settings that every write relies on: READ COMMITTED, a time-out for
 * locks, and no writes when the database was opened read-only.
 */
final class ConnectionFactory implements DataSource {
    private static final System.Logger LOG = System.getLogger(ConnectionFactory.class.getName());

    private final Driver driver;
    private final Address address;
    private final Properties properties;
    private final boolean readOnly;
    private final PostgresSession postgres;
    private final MariaDbSession mariaDb;
    private final Optional<OpenedFile> file;
    /**
     * Set once a connection needed encryption; all later ones use it too, because a server that has cached a password
     * accepts it unencrypted.
     */
    private volatile boolean encrypting;

    ConnectionFactory(Address address, DatabaseSettings settings) {
        if (address.dialect() == Dialect.H2) {
            H2File.prepare();
        }
        this.driver = Session.driver(address.dialect());
        this.address = address;
        this.file = address.file().map(path -> new OpenedFile(path, address.dialect()));
        this.readOnly = settings.readOnly();
        this.postgres = new PostgresSession(address.limits(), readOnly);
        this.mariaDb = new MariaDbSession(readOnly);
        this.properties = Session.properties(address.dialect(), address.limits(), readOnly);
        address.settings().forEach(properties::setProperty);
        String user = settings.user().isEmpty() ? address.user() : settings.user();
        Secret password = settings.password().reveal().isEmpty() ? address.password() : settings.password();
        if (address.dialect() != Dialect.SQLITE && !user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (address.dialect() != Dialect.SQLITE && !password.reveal().isEmpty()) {
            properties.setProperty("password", password.reveal());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connected();
        try (Statement statement = connection.createStatement()) {
            for (String sql : Session.settings(address.dialect(), address.limits())) {
                statement.execute(sql);
            }
            switch (address.dialect()) {
                case SQLITE -> SqliteSha256.install(connection);
                case POSTGRESQL -> {
                    return SessionConnection.over(connection, postgres.opened(connection));
                }
                case MARIADB, MYSQL -> {
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    return SessionConnection.over(connection, mariaDb.opened(connection));
                }
                case H2 -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            if (file.isPresent()) {
                file.get().connected(connection);
            }
            Durability.prefer(connection, address, readOnly);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return KeptStatements.over(
                readOnly && address.dialect() == Dialect.H2 ? ReadOnlyConnection.over(connection) : connection);
    }

    /** The file that is opened; empty for a server and for a database in memory. */
    Optional<OpenedFile> file() {
        return file;
    }

    /** Encrypts every further connection, if the server supports it and the address has no setting about encryption. */
    void preferEncryption() {
        if (!encrypting && Encryption.isOursToChoose(address)) {
            try {
                connected(Encryption.added(properties)).close();
                encrypting = true;
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The server does not encrypt connections: {0}", FaultText.of(e));
            }
        }
    }

    private Connection connected() throws SQLException {
        if (encrypting) {
            return connected(Encryption.added(properties));
        }
        try {
            return connected(properties);
        } catch (SQLException refused) {
            if (!Encryption.mayHelp(refused) || !Encryption.isOursToChoose(address)) {
                throw refused;
            }
            return encrypted(refused);
        }
    }

    private Connection encrypted(SQLException refused) throws SQLException {
        try {
            Connection connection = connected(Encryption.added(properties));
            encrypting = true;
            return connection;
        } catch (SQLException e) {
            // An error reported by the server has a positive number; the driver's own are 0 or -1, and mean that no
            // encrypted connection was established.
            if (e.getErrorCode() > 0) {
                throw e;
            }
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private Connection connected(Properties how) throws SQLException {
        Connection connection;
        try {
            connection = driver.connect(address.url(), (Properties) how.clone());
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), "08001", e);
        } catch (SQLException refused) {
            if (!PostgresSession.refusesParameters(refused) || properties.remove(Session.STARTUP_PARAMETERS) == null) {
                throw refused;
            }
            return connected(properties);
        }
        if (connection == null) {
            throw new SQLException("The driver does not know " + address.url(), "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The user was given when the database was opened");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    /** Ignored: the time limit is a setting of each driver, see {@link Session}. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return Session.CONNECT_TIMEOUT_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
