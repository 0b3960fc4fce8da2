package dev.concord.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A driver's connection that knows the server's session behind it. */
public interface SessionConnection extends Connection {
    /** Returns that session. */
    ServerSession session();

    /** Returns the session behind a connection of a database's pool; without failover there is one server only. */
    static ServerSession session(Connection connection) throws SQLException {
        return connection.isWrapperFor(SessionConnection.class)
                ? connection.unwrap(SessionConnection.class).session()
                : new ServerSession.Own(ServerIdentity.ONLY);
    }

    /** Returns the connection with its session. */
    static Connection over(Connection connection, ServerSession session) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getDeclaringClass() == SessionConnection.class) {
                return session;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection) Proxy.newProxyInstance(
                SessionConnection.class.getClassLoader(), new Class<?>[] {SessionConnection.class}, handler);
    }
}
