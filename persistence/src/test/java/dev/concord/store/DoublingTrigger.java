package dev.concord.store;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger for H2 that doubles the stock of an item. */
public final class DoublingTrigger implements Trigger {
    private static final int STOCK = 2;

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) {
        if (after != null) {
            after[STOCK] = 2 * (Integer) after[STOCK];
        }
    }
}
