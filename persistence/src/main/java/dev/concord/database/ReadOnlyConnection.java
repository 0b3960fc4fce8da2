package dev.concord.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A connection that rejects every statement that could write, with SQLSTATE 25006 as in PostgreSQL. For H2 only: the
 * other databases reject writes themselves, while H2 treats {@code setReadOnly} as a hint.
 */
final class ReadOnlyConnection {
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$\\$.*?\\$\\$|--[^\\n]*|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(INSERT|UPDATE|DELETE|MERGE|REPLACE|TRUNCATE|CREATE|ALTER|DROP|GRANT|REVOKE|COMMENT|SCRIPT"
                    + "|RUNSCRIPT|BACKUP|SHUTDOWN|CALL|EXECUTE|ANALYZE)\\b");

    /**
     * PostgreSQL's SQLSTATE for a rejected write, also as an error code, because H2's errors are classified by code.
     */
    private static final int READ_ONLY = 25006;

    private ReadOnlyConnection() {}

    static Connection over(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private static <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof String sql
                    && takesSql(method.getName())) {
                refuseWrites(sql);
            }
            try {
                return guarded(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Guards plain statements, which receive their SQL later; prepared ones were checked when they were prepared. */
    private static Object guarded(Object result) {
        return result instanceof Statement statement && !(result instanceof PreparedStatement)
                ? proxy(Statement.class, statement)
                : result;
    }

    private static boolean takesSql(String method) {
        return method.startsWith("prepare") || method.startsWith("execute") || method.equals("addBatch");
    }

    private static void refuseWrites(String sql) throws SQLException {
        if (WRITES.matcher(QUOTED_OR_COMMENT.matcher(sql).replaceAll(" ? ")).find()) {
            throw new SQLException("The database was opened for reading only", "25006", READ_ONLY);
        }
    }
}
