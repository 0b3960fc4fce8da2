package dev.concord.database;

import dev.concord.dialect.FaultText;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statements of one connection after they are closed, for the next who prepares the same text. For the databases in this process, where
 * preparing one takes longer than finding a row by its key: SQLite keeps none, and H2 only eight, and none that locks a row. The drivers of the
 * servers keep theirs themselves. Both databases prepare a kept one anew by themselves once the schema has changed.
 *
 * <p>Kept are statements that ended well and have no settings of their own. They are used as the connection is, by one thread at a time.
 */
final class KeptStatements {
    private static final System.Logger LOG = System.getLogger(KeptStatements.class.getName());

    /** A window reads a few tables at a time, by some ten statements each. */
    private static final int MOST = 64;

    private final Connection connection;

    /** Those that nobody uses at the moment, the one used longest ago first. */
    private final SequencedMap<String, PreparedStatement> kept = new LinkedHashMap<>();

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection, which keeps its statements from now on. */
    static Connection over(Connection connection) {
        KeptStatements statements = new KeptStatements(connection);
        return proxy(
                Connection.class,
                (self, method, arguments) -> method.getName().equals("prepareStatement")
                                && arguments != null
                                && arguments.length == 1
                                && arguments[0] instanceof String sql
                        ? statements.prepared(sql)
                        : invoke(connection, method, arguments));
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement before = kept.remove(sql);
        return proxy(PreparedStatement.class, new Use(sql, before == null ? connection.prepareStatement(sql) : before));
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement other = kept.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (kept.size() > MOST) {
            kept.pollFirstEntry().getValue().close();
        }
    }

    /** One use of a statement, from being prepared to being closed. */
    private final class Use implements InvocationHandler {
        private final String sql;
        private final PreparedStatement statement;
        private boolean asPrepared = true;
        private boolean closed;
        private @Nullable ResultSet result;

        Use(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    close();
                    yield null;
                }
                case "isClosed" -> closed;
                default -> used(method, arguments);
            };
        }

        private @Nullable Object used(Method method, Object @Nullable [] arguments) throws Throwable {
            if (closed && method.getDeclaringClass() != Object.class) {
                throw new SQLException("The statement is closed");
            }
            if (method.getDeclaringClass() == Statement.class
                    && !method.getName().startsWith("get")) {
                asPrepared = false;
            }
            try {
                Object answer = KeptStatements.invoke(statement, method, arguments);
                if (answer instanceof ResultSet rows) {
                    result = rows;
                }
                return answer;
            } catch (SQLException e) {
                asPrepared = false;
                throw e;
            }
        }

        /** Takes out what it was given and what it found; false when that fails, as after a read that was cancelled. */
        private boolean emptied() {
            try {
                if (result != null) {
                    result.close();
                }
                statement.clearParameters();
                return true;
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "A statement is not kept: {0}", FaultText.of(e));
                return false;
            }
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (!asPrepared || !emptied()) {
                statement.close();
            } else {
                keep(sql, statement);
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
