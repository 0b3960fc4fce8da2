package dev.concord.sql;

import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.database.FaultText;
import dev.concord.database.SqlFault;
import dev.concord.outcome.StoreFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;

/**
 * Short READ COMMITTED transactions that end in one of three ways, never in doubt about which: after any error of the
 * database they are rolled back, even if the driver would let a COMMIT pass.
 */
public final class Transactions {
    private static final System.Logger LOG = System.getLogger(Transactions.class.getName());
    private final Database database;
    private final Rendering rendering;

    public Transactions(Database database) {
        this.database = database;
        this.rendering = Rendering.of(database.dialect());
    }

    /**
     * Returns what the database reported when a read failed; empty where the fault does not come from the database.
     */
    public Optional<SqlFault> reported(StoreFault fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(SqlFault.of(error, database.dialect()));
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
     * What a transaction's work asks for at its end.
     *
     * @param commit whether to keep what was written
     * @param result what to answer
     */
    public record Verdict<T>(boolean commit, T result) {
        public static <T> Verdict<T> keep(T result) {
            return new Verdict<>(true, result);
        }

        public static <T> Verdict<T> undo(T result) {
            return new Verdict<>(false, result);
        }
    }

    /** How a transaction ended. */
    public sealed interface Ending<T> {
        /** As its work asked. */
        record Done<T>(T result) implements Ending<T> {}

        /** Rolled back, because the database reported an error. */
        record Failed<T>(SQLException error) implements Ending<T> {}

        /** The error came from COMMIT itself. */
        record CommitFailed<T>(SQLException error) implements Ending<T> {}
    }

    /** Reads with one statement, which needs no transaction. */
    public <T> T read(TransactionBody<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            return work.run(new Transaction(connection, rendering));
        } catch (SQLException | DataAccessException e) {
            throw new StoreFault(e);
        }
    }

    /** Writes. */
    public <T> Ending<T> write(TransactionBody<Verdict<T>> work) {
        return write(connection -> TransactionBoundary.of(database.dialect(), connection), work);
    }

    /**
     * Writes, and waits for SQLite's lock of the whole file no longer than the wait allows. The other databases lock rows,
     * so there a statement waits, not the beginning of the transaction.
     */
    public <T> Ending<T> write(LockWait wait, TransactionBody<Verdict<T>> work) {
        int millis = wait instanceof LockWait.UpTo bounded ? bounded.millis() : 0;
        return database.dialect() == Dialect.SQLITE
                ? write(connection -> new TransactionBoundary.BoundedWait(connection, millis), work)
                : write(work);
    }

    private <T> Ending<T> write(Function<Connection, TransactionBoundary> boundaries, TransactionBody<Verdict<T>> work) {
        Connection connection;
        try {
            connection = database.dataSource().getConnection();
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        }
        try {
            TransactionBoundary boundary = boundaries.apply(connection);
            boundary.begin();
            return inside(boundary, new Transaction(connection, rendering), work);
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        } finally {
            giveBack(connection);
        }
    }

    /**
     * Writes with one statement, which is a transaction by itself and needs one round trip. The work must not ask for
     * anything to be undone. A connection that dies during the statement may have died during its COMMIT.
     */
    public <T> Ending<T> writeAtOnce(TransactionBody<T> work) {
        Connection connection;
        try {
            connection = database.dataSource().getConnection();
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        }
        try {
            return new Ending.Done<>(work.run(new Transaction(connection, rendering)));
        } catch (SQLException e) {
            boolean lost = SqlFault.of(e, database.dialect()).kind() == SqlFault.Kind.CONNECTION_LOST;
            return lost ? new Ending.CommitFailed<>(e) : new Ending.Failed<>(e);
        } finally {
            giveBack(connection);
        }
    }

    /** The transaction has ended by now; a connection that cannot be given back must not change what is told of it. */
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

    private <T> Ending<T> inside(TransactionBoundary boundary, Transaction transaction, TransactionBody<Verdict<T>> work)
            throws SQLException {
        Verdict<T> verdict;
        try {
            verdict = work.run(transaction);
        } catch (SQLException e) {
            boundary.rollBackAfter(e);
            return new Ending.Failed<>(e);
        } catch (RuntimeException | Error e) {
            boundary.rollBackAfter(e);
            throw e;
        }
        if (!verdict.commit()) {
            boundary.rollBack();
            return new Ending.Done<>(verdict.result());
        }
        try {
            boundary.commit();
            return new Ending.Done<>(verdict.result());
        } catch (SQLException e) {
            boundary.rollBackAfter(e);
            return new Ending.CommitFailed<>(e);
        }
    }
}
