package dev.concord.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are registered with a {@link Cancellation} from their execution until they are closed,
 * because SQLite computes a row when it is fetched.
 */
final class CancellableConnection {
    private CancellableConnection() {}

    static Connection over(Connection connection, Cancellation cancellation) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return switch (result) {
                case CallableStatement statement -> statement(CallableStatement.class, statement, cancellation);
                case PreparedStatement statement -> statement(PreparedStatement.class, statement, cancellation);
                case Statement statement -> statement(Statement.class, statement, cancellation);
                case null, default -> result;
            };
        };
        return proxy(Connection.class, handler);
    }

    private static <S extends Statement> S statement(Class<S> type, S statement, Cancellation cancellation) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                cancellation.started(statement);
            } else if (method.getName().equals("close")) {
                // First, so that the connection does not return to the pool before a request to cancel has been
                // processed.
                cancellation.ended(statement);
            }
            return invoke(statement, method, arguments);
        });
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
