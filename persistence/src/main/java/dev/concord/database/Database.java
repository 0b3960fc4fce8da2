package dev.concord.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** An open database: a pool of connections and what is known of its dialect. Safe to share between threads. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Dialect dialect;
    private final DatabaseSettings settings;

    private Database(HikariDataSource pool, Dialect dialect, DatabaseSettings settings) {
        this.pool = pool;
        this.dialect = dialect;
        this.settings = settings;
    }

    /** Opens a database. May take as long as the connection timeout; never call it on the FX thread. */
    public static OpenOutcome open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.address());
        config.setUsername(settings.user());
        config.setPassword(settings.password().reveal());
        return new OpenOutcome.Opened(new Database(new HikariDataSource(config), Dialect.H2, settings));
    }

    /** The pool. Only {@code catalog}, {@code store} and {@code collab} use it. */
    public DataSource dataSource() {
        return pool;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether every write is refused. */
    public boolean readOnly() {
        return settings.readOnly();
    }

    /** A short name for people: the file's name, or database and host. Never holds a password. */
    public String label() {
        return settings.address();
    }

    @Override
    public void close() {
        pool.close();
    }
}
