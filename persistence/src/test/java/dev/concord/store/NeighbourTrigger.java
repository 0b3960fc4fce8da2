package dev.concord.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** In H2, changes the rows of teams 3 and 2 whenever an item is changed: more locks in one statement, one after the other. */
public final class NeighbourTrigger implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update \"team\" set \"name\" = 'changed' where \"id\" = 3");
            statement.execute("update \"team\" set \"name\" = 'changed' where \"id\" = 2");
        }
    }
}
