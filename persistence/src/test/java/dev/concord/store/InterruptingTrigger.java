package dev.concord.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that writes in an embedded H2, and then reads every row on it: H2 runs triggers on the writer's
 * thread.
 */
public final class InterruptingTrigger implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        Thread.currentThread().interrupt();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select max(\"name\") from \"item\"")) {
            result.next();
        }
    }
}
