package dev.concord.sql;

import dev.concord.database.TextStorage;
import dev.concord.dialect.Dialect;
import dev.concord.value.ValueTransfer;
import dev.concord.value.ValueTransfers;
import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * How jOOQ renders the statements of one dialect, and how its values are bound and read. Immutable.
 *
 * @param dialect the dialect of the database
 * @param transfer how values are bound and read
 * @param written renders statements without a connection
 */
record Rendering(Dialect dialect, ValueTransfer transfer, DSLContext written) {
    private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

    static Rendering of(Dialect dialect, TextStorage text) {
        return new Rendering(dialect, ValueTransfers.of(dialect, text), DSL.using(jooq(dialect), SETTINGS));
    }

    String sql(Query query) {
        return written.render(query);
    }

    DSLContext on(Connection connection) {
        return DSL.using(connection, jooq(dialect), SETTINGS);
    }

    private static SQLDialect jooq(Dialect dialect) {
        return switch (dialect) {
            case H2 -> SQLDialect.H2;
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case MYSQL -> SQLDialect.MYSQL;
            case SQLITE -> SQLDialect.SQLITE;
        };
    }
}
