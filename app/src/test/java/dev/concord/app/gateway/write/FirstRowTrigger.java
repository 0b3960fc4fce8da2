package dev.concord.app.gateway.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;

/** In H2, lets every row that is written refer to the row 1 by the column that has the trigger's own name. */
public final class FirstRowTrigger extends TriggerAdapter {
    @Override
    public void fire(Connection connection, @Nullable ResultSet before, @Nullable ResultSet after) throws SQLException {
        if (after != null) {
            after.updateInt(triggerName, 1);
        }
    }
}
