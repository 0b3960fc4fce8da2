package dev.concord.sql;

import dev.concord.database.Database;
import dev.concord.database.ServerIdentity;
import dev.concord.database.ServerSession;
import dev.concord.database.SessionConnection;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.FaultText;
import dev.concord.dialect.SqlFault;
import dev.concord.dialect.SqlFaults;
import dev.concord.outcome.StoreFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;

/**
 * Runs short READ COMMITTED transactions, each on a connection of its own. After any error of the database a transaction is
 * rolled back, even where the driver would still accept a COMMIT. Safe to share between threads.
 */
public final class Transactions {
    private static final System.Logger LOG = System.getLogger(Transactions.class.getName());
    private final Database database;
    private final Rendering rendering;

    public Transactions(Database database) {
        this.database = database;
        this.rendering = Rendering.of(database.dialect(), database.textStorage());
    }

    /**
     * Returns what the database reported when a read failed; empty where the fault does not come from the database.
     */
    public Optional<SqlFault> reported(StoreFault fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(SqlFaults.of(error, database.dialect()));
            }
        }
        return Optional.empty();
    }

    /** Whether a read failed because the database reported an error of that kind. */
    public boolean reported(StoreFault fault, SqlFault.Kind kind) {
        return reported(fault).filter(error -> error.kind() == kind).isPresent();
    }

    Rendering rendering() {
        return rendering;
    }

    /**
     * How a transaction is to end.
     *
     * @param commit whether to commit or to roll back
     * @param result what the transaction returns
     */
    public record Completion<T>(boolean commit, T result) {
        public static <T> Completion<T> commit(T result) {
            return new Completion<>(true, result);
        }

        public static <T> Completion<T> rollBack(T result) {
            return new Completion<>(false, result);
        }
    }

    /** How a transaction ended. */
    public sealed interface Ending<T> {
        /** Committed or rolled back, as it asked for. */
        record Done<T>(T result) implements Ending<T> {}

        /** Rolled back, because the database reported an error. */
        record Failed<T>(SQLException error) implements Ending<T> {}

        /**
         * COMMIT failed: whether the transaction was committed is not known unless the error says so.
         *
         * @param server the server that carried out the transaction
         */
        record CommitFailed<T>(SQLException error, ServerIdentity server) implements Ending<T> {}
    }

    /**
     * Reads with statements that need no transaction.
     *
     * @throws StoreFault when the database cannot be read
     * @throws java.util.concurrent.CancellationException when the cancellation of the calling thread's read was used
     */
    public <T> T read(TransactionBody<T> work) {
        try {
            return database.read(connection -> work.run(new Transaction(connection, rendering, known(connection))));
        } catch (SQLException | DataAccessException e) {
            throw new StoreFault(e);
        }
    }

    /** Runs a transaction that may write. */
    public <T> Ending<T> write(TransactionBody<Completion<T>> work) {
        return write(connection -> TransactionBoundary.of(database.dialect(), connection), work);
    }

    /**
     * Runs a transaction that may write, and waits for SQLite's lock of the whole file no longer than the wait allows.
     * The other databases lock rows, so in those a statement waits, not the beginning of the transaction.
     */
    public <T> Ending<T> write(LockWait wait, TransactionBody<Completion<T>> work) {
        int millis = wait instanceof LockWait.UpTo bounded ? bounded.millis() : 0;
        return database.dialect() == Dialect.SQLITE
                ? write(connection -> new TransactionBoundary.BoundedWait(connection, millis), work)
                : write(work);
    }

    private <T> Ending<T> write(
            Function<Connection, TransactionBoundary> boundaries, TransactionBody<Completion<T>> work) {
        Connection connection;
        try {
            connection = database.connection();
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        }
        try {
            Ending<T> ending = inside(boundaries.apply(connection), connection, work);
            database.checkUsed(connection);
            return ending;
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        } finally {
            giveBack(connection);
        }
    }

    /**
     * Runs one statement that is a transaction by itself and needs one round trip. It cannot be rolled back. A connection
     * that is lost during the statement may have been lost during its COMMIT. Behind a pooler it runs in a transaction that
     * makes the session ready for it.
     */
    public <T> Ending<T> writeAtOnce(TransactionBody<T> work) {
        Connection connection;
        try {
            connection = database.connection();
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        }
        try {
            return SessionConnection.session(connection) instanceof ServerSession.Own(ServerIdentity server)
                    ? atOnce(new Transaction(connection, rendering, server), work)
                    : inside(
                            new TransactionBoundary.Jdbc(connection),
                            connection,
                            transaction -> Completion.commit(work.run(transaction)));
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        } finally {
            giveBack(connection);
        }
    }

    private <T> Ending<T> atOnce(Transaction transaction, TransactionBody<T> work) {
        try {
            return new Ending.Done<>(work.run(transaction));
        } catch (SQLException e) {
            boolean lost = SqlFaults.of(e, database.dialect()).kind() == SqlFault.Kind.CONNECTION_LOST;
            return lost ? new Ending.CommitFailed<>(e, transaction.server()) : new Ending.Failed<>(e);
        }
    }

    /** Returns the server of a connection; of a pooler's only a transaction can say which one carries it out. */
    private static ServerIdentity known(Connection connection) throws SQLException {
        return SessionConnection.session(connection) instanceof ServerSession.Own(ServerIdentity server)
                ? server
                : ServerIdentity.UNKNOWN;
    }

    /** The transaction has ended: a connection that cannot be returned to the pool is logged, and the result stays as it is. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A connection could not be given back to the pool: {0}",
                    FaultText.of(e));
        }
    }

    private <T> Ending<T> inside(
            TransactionBoundary boundary, Connection connection, TransactionBody<Completion<T>> work)
            throws SQLException {
        boundary.begin();
        ServerIdentity server;
        Completion<T> completion;
        try {
            server = SessionConnection.session(connection).begun(connection);
            completion = work.run(new Transaction(connection, rendering, server));
        } catch (SQLException e) {
            boundary.rollBackAfter(e);
            return new Ending.Failed<>(e);
        } catch (RuntimeException | Error e) {
            boundary.rollBackAfter(e);
            throw e;
        }
        if (!completion.commit()) {
            boundary.rollBack();
            return new Ending.Done<>(completion.result());
        }
        try {
            boundary.commit();
            return new Ending.Done<>(completion.result());
        } catch (SQLException e) {
            boundary.rollBackAfter(e);
            return new Ending.CommitFailed<>(e, server);
        }
    }
}
