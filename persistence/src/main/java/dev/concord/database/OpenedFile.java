package dev.concord.database;

import dev.concord.dialect.Dialect;
import dev.concord.dialect.FaultText;
import dev.concord.dialect.FileReplacedException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.sqlite.SQLiteConnection;

/**
 * The file of an open database. Synchronisation clients and many editors do not change a file but put another one in
 * its place; whoever has it open goes on with the old one, which nobody finds again. So the file at the path is compared
 * with the one that was opened whenever the database is used.
 *
 * <p>With SQLite's write-ahead log that matters twice: the log stays behind when the file is replaced, and whoever opens
 * the new file next would take what is in the log for changes of that file. Safe to share between threads.
 */
final class OpenedFile {
    private static final System.Logger LOG = System.getLogger(OpenedFile.class.getName());

    /**
     * The file of each H2 database this process has open: all who open the same path share what was opened first, even
     * if another file has taken its place since.
     */
    private static final Map<Object, FileIdentity> H2_ENGINES = Collections.synchronizedMap(new WeakHashMap<>());

    /** The file that each connection of SQLite in this process has open. */
    private static final Map<Connection, FileIdentity> SQLITE = Collections.synchronizedMap(new WeakHashMap<>());

    private final Path path;
    private final Path log;
    private final Dialect dialect;
    private final Optional<FileIdentity> opened;

    /** The write-ahead log that each SQLite connection has open, once it has used one. */
    private final Map<Connection, FileIdentity> logs = Collections.synchronizedMap(new WeakHashMap<>());

    /** When the log was last changed, as far as it is known to belong to the file that was opened. */
    private volatile Optional<FileTime> logged = Optional.empty();

    private volatile Runnable whenReplaced = () -> {};

    /** The file at the path, which is about to be opened. */
    OpenedFile(Path path, Dialect dialect) {
        this.path = path;
        this.log = path.resolveSibling(path.getFileName() + "-wal");
        this.dialect = dialect;
        this.opened = FileIdentity.at(path);
    }

    /** Sets what is run whenever another file is found at the path. */
    void whenReplaced(Runnable listener) {
        whenReplaced = listener;
    }

    /**
     * Whether SQLite has the file open in this process. Then it must not be opened in any other way: on Linux and macOS,
     * closing it again would release the locks of all SQLite's connections, also that of a write under way.
     */
    static boolean isOpenInSqlite(Path path) {
        Optional<FileIdentity> identity = FileIdentity.at(path);
        synchronized (SQLITE) {
            return SQLITE.entrySet().stream()
                    .anyMatch(each -> Optional.of(each.getValue()).equals(identity) && isOpen(each.getKey()));
        }
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection does not say whether it is open: {0}", FaultText.of(e));
            return true;
        }
    }

    /** Checks a new connection, which must have opened this file. */
    void connected(Connection connection) throws SQLException {
        check();
        if (dialect == Dialect.SQLITE && opened.isPresent()) {
            SQLITE.put(connection, opened.get());
        }
        if (dialect == Dialect.H2
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && opened.isPresent()) {
            FileIdentity first = H2_ENGINES.putIfAbsent(session.getDatabase(), opened.get());
            if (first != null && !first.equals(opened.get())) {
                throw new FileReplacedException(path);
            }
        }
    }

    /**
     * Checks the file at the path.
     *
     * @throws FileReplacedException when it is not the one that was opened
     */
    void check() throws SQLException {
        if (opened.isEmpty() || !FileIdentity.at(path).equals(opened)) {
            throw new FileReplacedException(path);
        }
    }

    /**
     * Checks the file before a connection of the pool, which is in no transaction, writes to it.
     *
     * @throws FileReplacedException when the file, or the log that the connection has open, is another one
     */
    void checkBeforeWrite(Connection connection) throws SQLException {
        check(connection, false);
    }

    /**
     * The same before it reads. What is read of a file that had been replaced is thrown away by the check after it, so only SQLite needs
     * this one: a read opens its log.
     *
     * @throws FileReplacedException when the file, or the log that the connection has open, is another one
     */
    void checkBeforeRead(Connection connection) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            check(connection, false);
        }
    }

    /**
     * Checks the file after a connection of the pool has used it: what was read or written is that of the file at the path
     * only if that is still the one that was opened.
     *
     * @throws FileReplacedException when the file, or the log that the connection has open, is another one
     */
    void checkAfter(Connection connection) throws SQLException {
        check(connection, true);
    }

    private void check(Connection connection, boolean used) throws SQLException {
        try {
            compare(connection, used);
        } catch (FileReplacedException e) {
            whenReplaced.run();
            throw e;
        }
    }

    /** Returns the error of using a file that is not the one at the path any more, and reports it. */
    FileReplacedException replaced() {
        whenReplaced.run();
        return new FileReplacedException(path);
    }

    private void compare(Connection connection, boolean used) throws SQLException {
        if (dialect != Dialect.SQLITE) {
            check();
            return;
        }
        // First, so that what the log holds by then is known to be from before the file was replaced.
        Optional<FileIdentity.Look> present = FileIdentity.look(log);
        Connection own = connection.unwrap(SQLiteConnection.class);
        Optional<FileIdentity> known = Optional.ofNullable(logs.get(own));
        boolean sameLog = known.isEmpty() || known.equals(present.map(FileIdentity.Look::identity));
        try {
            check();
        } catch (FileReplacedException e) {
            boolean onlyOurs = used || present.map(FileIdentity.Look::modified).equals(logged);
            if (known.isPresent() && sameLog && onlyOurs) {
                emptyLog(own);
            }
            throw e;
        }
        if (!sameLog) {
            throw new FileReplacedException(log);
        }
        if (used) {
            present.ifPresent(look -> logs.put(own, look.identity()));
        }
        logged = present.map(FileIdentity.Look::modified);
    }

    /**
     * Writes what is in the log into the file it belongs to, wherever that is now, and leaves nothing behind that the
     * next to open the path would take for changes of the new file.
     */
    private void emptyLog(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The log of a replaced file could not be emptied: {0}", FaultText.of(e));
        }
    }
}
