package dev.concord.store;

import dev.concord.testing.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger that counts the versions of a row in its column {@code version}: 1 on insert, one more on each update. */
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
                            + "if tg_op = 'INSERT' then new.version := 1; else new.version := old.version + 1; end if; "
                            + "return new; end$$",
                    "create trigger counting before insert or update on " + table
                            + " for each row execute function counting()"
                };
            case MARIADB ->
                new String[] {
                    "create trigger counting_new before insert on " + table + " for each row set new.version = 1",
                    "create trigger counting before update on " + table
                            + " for each row set new.version = old.version + 1"
                };
            case SQLITE ->
                new String[] {
                    "create trigger counting_new after insert on " + table + " begin update " + table
                            + " set version = 1 where id = new.id; end",
                    "create trigger counting after update on " + table
                            + " when new.version = old.version and old.version > 0 begin update " + table
                            + " set version = old.version + 1 where id = new.id; end"
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
        if (after != null) {
            Object last = before == null ? null : before[version];
            after[version] = last instanceof Integer count ? count + 1 : 1;
        }
    }
}
