package dev.concord.store;

import dev.concord.testing.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that counts the versions of a row in its column {@code version}: one more than what is sent, on each insert and
 * update. A version that a writer has moved as well shows as one too many.
 */
public final class CountingTrigger implements Trigger {
    private int version;

    /** The statements that make it on a table with the key {@code id}. */
    static String[] on(String table, Engine engine) {
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create trigger \"counting\" before insert, update on \"" + table + "\" for each row call '"
                            + CountingTrigger.class.getName() + "'"
                };
            case POSTGRESQL ->
                new String[] {
                    "create function counting() returns trigger language plpgsql as $$begin "
                            + "new.version := new.version + 1; return new; end$$",
                    "create trigger counting before insert or update on " + table
                            + " for each row execute function counting()"
                };
            case MARIADB ->
                new String[] {
                    "create trigger counting_new before insert on " + table
                            + " for each row set new.version = new.version + 1",
                    "create trigger counting before update on " + table
                            + " for each row set new.version = new.version + 1"
                };
            // A new row is written once more as it is, for the other trigger to count; no trigger sets itself off.
            case SQLITE ->
                new String[] {
                    "create trigger counting_new after insert on " + table + " begin update " + table
                            + " set version = version where id = new.id; end",
                    "create trigger counting after update on " + table + " begin update " + table
                            + " set version = new.version + 1 where id = new.id; end"
                };
        };
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        try (ResultSet column = connection.getMetaData().getColumns(null, schema, table, "version")) {
            column.next();
            version = column.getInt("ORDINAL_POSITION") - 1;
        }
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
        if (after != null && after[version] instanceof Integer sent) {
            after[version] = sent + 1;
        }
    }
}
