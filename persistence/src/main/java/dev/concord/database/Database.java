package dev.concord.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An open database: its connection pool and its dialect. Safe to share between threads. */
public final class Database implements AutoCloseable {
    /** How long a server may take to answer that it is there. */
    private static final int ANSWER_SECONDS = 5;

    /** The state of H2's error that a statement was cancelled, or took too long. */
    private static final String H2_CANCELLED = "57014";

    /** A statement that is cancelled by an old request ends at its first rows; one that takes too long ends later than this. */
    private static final long STALE_NANOS = Duration.ofSeconds(5).toNanos();

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final TextStorage textStorage;
    private final DatabaseSettings settings;
    private final boolean remote;
    private final String label;
    private final String product;
    private final Optional<String> identity;
    private final Optional<OpenedFile> file;
    private final List<Runnable> whenLost;

    /** Whether the file was left for the one that has taken its place. */
    private volatile boolean leftFile;

    /**
     * Takes ownership of an open pool.
     *
     * @param remote whether a server is reached over a network or a socket, rather than a database in this process
     * @param label a short name to display
     * @param product the database's name and version, to display
     * @param identity names it whenever it is opened from this computer
     * @param file the file that was opened; empty for a server and for a database in memory
     * @param whenLost what the pool runs whenever it meets with a lost connection; may be changed by any thread
     */
    Database(
            HikariDataSource pool,
            Dialect dialect,
            TextStorage textStorage,
            DatabaseSettings settings,
            boolean remote,
            String label,
            String product,
            Optional<String> identity,
            Optional<OpenedFile> file,
            List<Runnable> whenLost) {
        this.pool = pool;
        this.dialect = dialect;
        this.textStorage = textStorage;
        this.settings = settings;
        this.remote = remote;
        this.label = label;
        this.product = product;
        this.identity = identity;
        this.file = file;
        this.whenLost = whenLost;
    }

    /** A read over one connection. */
    @FunctionalInterface
    public interface Read<T> {
        T over(Connection connection) throws SQLException;
    }

    /**
     * Reads over a connection of the pool. The {@link Cancellation} of the calling thread, if any, can cancel the read.
     * After a cancelled read of a server, its connection is not used again: the server may receive the request to
     * cancel late, and would then cancel the connection's next statement.
     *
     * @throws SQLException when no connection is available, or from the read
     * @throws CancellationException when the read is cancelled; an exception of the read itself is then the cause
     */
    public <T> T read(Read<T> read) throws SQLException {
        Optional<Cancellation> current = Cancellation.current();
        if (dialect != Dialect.H2) {
            return read(read, current);
        }
        long begun = System.nanoTime();
        while (true) {
            try {
                return read(read, current);
            } catch (SQLException | RuntimeException e) {
                boolean meant = current.filter(Cancellation::isCancelled).isPresent()
                        || System.nanoTime() - begun >= STALE_NANOS;
                if (meant || !H2_CANCELLED.equals(state(e))) {
                    throw e;
                }
                // H2 keeps a request that comes when its statement ends, and cancels the next one of the same text by
                // it.
            }
        }
    }

    private static String state(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> cause instanceof SQLException sql
                        ? Stream.of(String.valueOf(sql.getSQLState()))
                        : Stream.empty())
                .findFirst()
                .orElse("");
    }

    private <T> T read(Read<T> read, Optional<Cancellation> current) throws SQLException {
        return current.isPresent() ? read(read, current.get()) : readUncancelled(read);
    }

    private <T> T readUncancelled(Read<T> read) throws SQLException {
        try (Connection connection = connectionToRead()) {
            T result = SessionConnection.session(connection).read(connection, read::over);
            checkUsed(connection);
            return result;
        }
    }

    private <T> T read(Read<T> read, Cancellation cancellation) throws SQLException {
        cancellation.check();
        try (Connection connection = connectionToRead()) {
            try {
                cancellation.check();
                T result = SessionConnection.session(connection)
                        .read(CancellableConnection.over(connection, cancellation), read::over);
                checkUsed(connection);
                return result;
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

    /**
     * Returns a connection of the pool for a write; code that only reads calls {@link #read}.
     *
     * @throws SQLException when no connection is available, or the database's file is not the one that was opened any
     *     more
     */
    public Connection connection() throws SQLException {
        return connection(OpenedFile::checkBeforeWrite);
    }

    private Connection connectionToRead() throws SQLException {
        return connection(OpenedFile::checkBeforeRead);
    }

    /** A check of the file before it is used over a connection. */
    @FunctionalInterface
    private interface FileCheck {
        void check(OpenedFile file, Connection connection) throws SQLException;
    }

    private Connection connection(FileCheck before) throws SQLException {
        if (leftFile && file.isPresent()) {
            throw file.get().replaced();
        }
        Connection connection = pool.getConnection();
        try {
            if (file.isPresent()) {
                before.check(file.get(), connection);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Checks that what was read or written over a connection is in the database's file: it is not if another file has
     * taken its place meanwhile.
     *
     * @throws SQLException when the database's file is not the one that was opened any more
     */
    public void checkUsed(Connection connection) throws SQLException {
        if (file.isPresent()) {
            file.get().checkAfter(connection);
        }
    }

    /**
     * Sets what is run whenever it is noticed that the database's file is not the one that was opened any more: on the
     * thread that used the database, which must not be kept waiting.
     */
    public void whenReplaced(Runnable listener) {
        file.ifPresent(opened -> opened.whenReplaced(listener));
    }

    /**
     * Asks the database for a sign of life over a connection. Blocks for up to 10 seconds, or 15 where the network swallows
     * what is sent.
     */
    public boolean reachable() {
        try {
            return read(connection -> {
                boolean valid = connection.isValid(ANSWER_SECONDS);
                if (!valid) {
                    pool.evictConnection(connection);
                }
                return valid;
            });
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Runs a task whenever a read or a write finds its connection lost, or gets none: at once, by the thread that reads or
     * writes.
     *
     * @return ends that
     */
    public Runnable whenConnectionLost(Runnable task) {
        whenLost.add(task);
        return () -> whenLost.remove(task);
    }

    /** The pool, for statements that are neither reads nor guarded writes. */
    public DataSource dataSource() {
        return pool;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns how the database stores text. */
    public TextStorage textStorage() {
        return textStorage;
    }

    /** Returns the settings it was opened with. */
    DatabaseSettings settings() {
        return settings;
    }

    /** The database's name and version, to display: {@code PostgreSQL 18}. */
    public String product() {
        return product;
    }

    /** Whether every write is rejected, also by the database itself. */
    public boolean readOnly() {
        return settings.readOnly();
    }

    /** A short name to display: the file's name, or host and database. Never contains a password. */
    public String label() {
        return label;
    }

    /**
     * Names the database in the same way whenever it is opened from this computer, whoever is logged in: 32 hexadecimal
     * digits. Empty for a database in memory, which nobody opens again.
     */
    public Optional<String> identity() {
        return identity;
    }

    /**
     * Closes all connections, so that the file which has taken the place of this one's can be opened. Until {@link #close}, every
     * use finds that the file was replaced.
     */
    void leaveFile() {
        leftFile = true;
        pool.close();
    }

    @Override
    public void close() {
        pool.close();
        // Whoever still has the closed database must not keep its window through it.
        whenReplaced(() -> {});
        whenLost.clear();
    }
}
