package dev.concord.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** In H2, writes an item once more after it was written: its name becomes {@code later}. */
public final class RenamingTrigger implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update \"item\" set \"name\" = 'later' where \"name\" <> 'later'");
        }
    }
}
