package dev.concord.agreement;

import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.dialect.FaultText;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How tables are guarded, as everybody who uses a database has agreed: a table {@code concord_guard} in the database itself,
 * which is made only when somebody asks for it. An installation that checks and moves a version differently from the others
 * would be overwritten by programs that rely on it, or overwrite them. Every row of it is about one table; people change or
 * delete it as any other row. Safe to share between threads; never call it on the FX thread.
 */
public final class GuardAgreement {
    /** The name of the table, in lower case. */
    public static final String TABLE = "concord_guard";

    private static final System.Logger LOG = System.getLogger(GuardAgreement.class.getName());

    private static final String CREATE = "create table " + TABLE + " (table_schema varchar(128) not null,"
            + " table_name varchar(128) not null, guard varchar(20) not null, version_column varchar(128),"
            + " version_kind varchar(20), primary key (table_schema, table_name))";
    private static final String READ =
            "select table_schema, table_name, guard, version_column, version_kind from " + TABLE;
    private static final String WRITE = "insert into " + TABLE
            + " (table_schema, table_name, guard, version_column, version_kind) values (?, ?, ?, ?, ?)";

    private final Database database;

    public GuardAgreement(Database database) {
        this.database = database;
    }

    /** Returns policies with what was agreed; the same if nothing was, or if it cannot be read. */
    public Policies over(Policies policies) {
        try {
            return policies.withAgreed(database.read(GuardAgreement::read));
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "What was agreed about tables cannot be read: {0}", FaultText.of(e));
            return policies;
        }
    }

    /**
     * Keeps a decision in the database, unless it has one about that table; makes the table if there is none.
     *
     * @throws IllegalArgumentException for a guard by a function, which lives in the program only
     */
    public AgreementOutcome agree(TableId table, Guard guard) {
        AgreedGuard kept = AgreedGuard.of(guard);
        try (Connection connection = database.dataSource().getConnection()) {
            if (!exists(connection)) {
                create(connection);
            }
            return write(connection, table, kept);
        } catch (SQLException e) {
            return new AgreementOutcome.NotPermitted(String.valueOf(e.getMessage()));
        }
    }

    private static Map<TableId, Guard> read(Connection connection) throws SQLException {
        return exists(connection) ? rows(connection) : Map.of();
    }

    private static Map<TableId, Guard> rows(Connection connection) throws SQLException {
        Map<TableId, Guard> agreed = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                TableId table = new TableId(text(rows, 1), text(rows, 2));
                new AgreedGuard(text(rows, 3), text(rows, 4), text(rows, 5))
                        .guard()
                        .ifPresent(guard -> agreed.put(table, guard));
            }
        }
        return agreed;
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    private static boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String name = about.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet found = about.getTables(connection.getCatalog(), null, name, new String[] {"TABLE"})) {
            return found.next();
        }
    }

    /** Somebody else may make it at the same moment. */
    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            if (!exists(connection)) {
                throw e;
            }
        }
    }

    private static AgreementOutcome write(Connection connection, TableId table, AgreedGuard kept) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setString(1, table.schema());
            insert.setString(2, table.name());
            insert.setString(3, kept.word());
            insert.setString(4, kept.column());
            insert.setString(5, kept.kind());
            insert.executeUpdate();
            return new AgreementOutcome.Agreed();
        } catch (SQLException e) {
            Optional<Guard> theirs = Optional.ofNullable(rows(connection).get(table));
            if (theirs.isEmpty()) {
                throw e;
            }
            return theirs.equals(kept.guard())
                    ? new AgreementOutcome.Agreed()
                    : new AgreementOutcome.Differs(theirs.get());
        }
    }
}
