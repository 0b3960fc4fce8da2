package dev.concord.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Tells whoever writes in an embedded H2 to stop, and then has him read every row: H2 runs triggers on his own thread. */
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
