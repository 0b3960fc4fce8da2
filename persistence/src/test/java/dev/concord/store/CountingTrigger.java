package dev.concord.store;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** An H2 trigger that counts the versions of a row in its third column: 1 on insert, one more on each update. */
public final class CountingTrigger implements Trigger {
    private static final int VERSION = 2;

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
        if (after != null) {
            Object last = before == null ? null : before[VERSION];
            after[VERSION] = last instanceof Integer count ? count + 1 : 1;
        }
    }
}
