package dev.concord.store;

import dev.concord.database.Database;
import dev.concord.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Short READ COMMITTED transactions that end in one of three ways, never in doubt about which: after any error of the
 * database they are rolled back, even if the driver would let a COMMIT pass.
 */
final class Transactions {
    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);
    private static final System.Logger LOG = System.getLogger(Transactions.class.getName());
    private final Database database;

    Transactions(Database database) {
        this.database = database;
    }

    /**
     * What a transaction's work asks for at its end.
     *
     * @param commit whether to keep what was written
     * @param result what to answer
     */
    record Verdict<T>(boolean commit, T result) {
        static <T> Verdict<T> keep(T result) {
            return new Verdict<>(true, result);
        }

        static <T> Verdict<T> undo(T result) {
            return new Verdict<>(false, result);
        }
    }

    /** How a transaction ended. */
    sealed interface Ending<T> {
        /** As its work asked. */
        record Done<T>(T result) implements Ending<T> {}

        /** Rolled back, because the database reported an error. */
        record Failed<T>(SQLException error) implements Ending<T> {}

        /** The error came from COMMIT itself. */
        record CommitFailed<T>(SQLException error) implements Ending<T> {}
    }

    /** Reads with one statement, which needs no transaction. */
    <T> T read(Function<DSLContext, T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            return work.apply(context(connection));
        } catch (SQLException e) {
            throw new StoreFault(e);
        } catch (DataAccessException e) {
            throw new StoreFault(e);
        }
    }

    /** Writes. */
    <T> Ending<T> write(Function<DSLContext, Verdict<T>> work) {
        Connection connection;
        try {
            connection = database.dataSource().getConnection();
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        }
        try {
            Bracket bracket = Bracket.of(database.dialect(), connection);
            bracket.begin();
            return inside(bracket, context(connection), work);
        } catch (SQLException e) {
            return new Ending.Failed<>(e);
        } finally {
            giveBack(connection);
        }
    }

    /** The transaction has ended by now; a connection that cannot be given back must not change what is told of it. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "A connection could not be given back to the pool", e);
        }
    }

    private <T> Ending<T> inside(Bracket bracket, DSLContext context, Function<DSLContext, Verdict<T>> work)
            throws SQLException {
        Verdict<T> verdict;
        try {
            verdict = work.apply(context);
        } catch (DataAccessException e) {
            bracket.rollBackAfter(e);
            SQLException error = e.getCause(SQLException.class);
            if (error == null) {
                throw new StoreFault(e);
            }
            return new Ending.Failed<>(error);
        } catch (RuntimeException | Error e) {
            bracket.rollBackAfter(e);
            throw e;
        }
        if (!verdict.commit()) {
            bracket.rollBack();
            return new Ending.Done<>(verdict.result());
        }
        try {
            bracket.commit();
            return new Ending.Done<>(verdict.result());
        } catch (SQLException e) {
            bracket.rollBackAfter(e);
            return new Ending.CommitFailed<>(e);
        }
    }

    private DSLContext context(Connection connection) {
        return DSL.using(connection, dialect(database.dialect()), SETTINGS);
    }

    private static SQLDialect dialect(Dialect dialect) {
        return switch (dialect) {
            case H2 -> SQLDialect.H2;
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case MYSQL -> SQLDialect.MYSQL;
            case SQLITE -> SQLDialect.SQLITE;
        };
    }
}
