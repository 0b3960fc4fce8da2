package dev.concord.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.dialect.SqlFault.Kind;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Every kind of error, raised on every real database. */
@ParameterizedClass
@EnumSource
class SqlFaultTest {

    @Parameter
    Engine engine = Engine.H2;

    private Database database = TestDatabase.open(Engine.H2);

    @BeforeEach
    void createTables() {
        database.close();
        database = TestDatabase.open(engine);
        String strict = engine == Engine.SQLITE ? " STRICT" : "";
        String text = engine == Engine.SQLITE ? "TEXT" : "VARCHAR(5)";
        TestDatabase.execute(
                database,
                "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, first_name " + text + " NOT NULL, last_name " + text
                        + ", age INTEGER, parent_id INTEGER"
                        + ", CONSTRAINT child_uq UNIQUE (first_name, last_name)"
                        + ", CONSTRAINT child_age CHECK (age >= 0)"
                        + ", CONSTRAINT child_fk FOREIGN KEY (parent_id) REFERENCES parent (id))" + strict,
                "INSERT INTO parent VALUES (1)",
                "INSERT INTO parent VALUES (2)",
                "INSERT INTO child VALUES (1, 'Ana', 'Lee', 40, 1)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNullWhereNoneIsAllowedNamesTheColumn() {
        SqlFault fault = fault("UPDATE child SET first_name = NULL");

        assertThat(fault.kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(lower(fault.columns())).containsExactly("first_name");
    }

    @Test
    void aMissingRequiredValueNamesTheColumn() {
        SqlFault fault = fault("INSERT INTO child (id) VALUES (2)");

        assertThat(fault.kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(lower(fault.columns())).containsExactly("first_name");
    }

    @Test
    void aDuplicateNamesTheConstraintOrItsColumns() {
        SqlFault fault = fault("INSERT INTO child VALUES (2, 'Ana', 'Lee', 1, 1)");

        assertThat(fault.kind()).isEqualTo(Kind.UNIQUE);
        if (engine != Engine.MARIADB) {
            assertThat(lower(fault.columns())).containsExactly("first_name", "last_name");
        }
        if (engine != Engine.SQLITE) {
            assertThat(fault.constraint().toLowerCase(Locale.ROOT)).startsWith("child_uq");
        }
    }

    @Test
    void aDuplicatePrimaryKeyIsADuplicateToo() {
        assertThat(fault("INSERT INTO parent VALUES (1)").kind()).isEqualTo(Kind.UNIQUE);
    }

    @Test
    void aReferenceToNothingNamesItsColumns() {
        SqlFault fault = fault("UPDATE child SET parent_id = 99");

        assertThat(fault.kind()).isEqualTo(Kind.FOREIGN_KEY);
        if (engine != Engine.SQLITE) {
            assertThat(lower(fault.columns())).containsExactly("parent_id");
            assertThat(fault.constraint()).isEqualToIgnoringCase("child_fk");
        }
    }

    @Test
    void deletingARowOthersReferToSaysSo() {
        SqlFault fault = fault("DELETE FROM parent WHERE id = 1");

        assertThat(fault.kind()).isEqualTo(engine == Engine.SQLITE ? Kind.FOREIGN_KEY : Kind.STILL_REFERENCED);
        if (engine != Engine.SQLITE) {
            assertThat(fault.constraint()).isEqualToIgnoringCase("child_fk");
            assertThat(fault.columns()).isEmpty();
        }
    }

    @Test
    void aBrokenCheckNamesTheConstraint() {
        SqlFault fault = fault("UPDATE child SET age = -1");

        assertThat(fault.kind()).isEqualTo(Kind.CHECK);
        assertThat(fault.constraint()).isEqualToIgnoringCase("child_age");
    }

    @Test
    void textThatIsTooLongIsToldFromOtherFaults() {
        assumeThat(engine).as("SQLite has no such fault").isNotEqualTo(Engine.SQLITE);
        SqlFault fault = fault("UPDATE child SET last_name = 'Leeuwenhoek'");

        assertThat(fault.kind()).isEqualTo(Kind.TOO_LONG);
        if (engine != Engine.POSTGRESQL) {
            assertThat(lower(fault.columns())).containsExactly("last_name");
        }
    }

    @Test
    void aNumberThatIsTooLargeIsOutOfRange() {
        assumeThat(engine).as("SQLite has no such fault").isNotEqualTo(Engine.SQLITE);
        assertThat(fault("UPDATE child SET age = 99999999999").kind()).isEqualTo(Kind.OUT_OF_RANGE);
    }

    @Test
    void textThatIsNoNumberIsOfTheWrongType() {
        assertThat(fault("UPDATE child SET age = 'forty'").kind()).isEqualTo(Kind.TYPE);
    }

    @Test
    void aTriggersOwnWordsAreKept() {
        assumeThat(engine).as("H2's triggers are Java classes").isNotEqualTo(Engine.H2);
        switch (engine) {
            case H2 -> throw new AssertionError();
            case POSTGRESQL ->
                TestDatabase.execute(
                        database,
                        "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'Not on Sundays'; END $$"
                                + " LANGUAGE plpgsql",
                        "CREATE TRIGGER t BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION refuse()");
            case MARIADB ->
                TestDatabase.execute(
                        database,
                        "CREATE TRIGGER t BEFORE UPDATE ON child FOR EACH ROW"
                                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Not on Sundays'");
            case SQLITE ->
                TestDatabase.execute(
                        database,
                        "CREATE TRIGGER t BEFORE UPDATE ON child BEGIN SELECT RAISE(ABORT, 'Not on Sundays'); END");
        }

        SqlFault fault = fault("UPDATE child SET age = 41");

        assertThat(fault.kind()).isEqualTo(Kind.RAISED);
        assertThat(fault.detail()).contains("Not on Sundays");
    }

    @Test
    void aTableOrColumnThatIsGoneIsAChangedSchema() {
        assertThat(fault("UPDATE child SET shoe_size = 1").kind()).isEqualTo(Kind.SCHEMA_CHANGED);
        assertThat(fault("SELECT shoe_size FROM child").kind()).isEqualTo(Kind.SCHEMA_CHANGED);
        assertThat(fault("INSERT INTO child (shoe_size) VALUES (1)").kind()).isEqualTo(Kind.SCHEMA_CHANGED);
        assertThat(fault("DELETE FROM grandchild").kind()).isEqualTo(Kind.SCHEMA_CHANGED);
    }

    /**
     * PostgreSQL reports it in the language it is set to; it is recognised by the place in the server's source it comes
     * from.
     */
    @Test
    void aPlanThatNoLongerFitsTheTableIsAChangedSchemaInEveryLanguage() throws SQLException {
        assumeThat(engine).as("only PostgreSQL keeps plans").isEqualTo(Engine.POSTGRESQL);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PREPARE everything AS SELECT * FROM parent");
            TestDatabase.execute(database, "ALTER TABLE parent ADD COLUMN name varchar(5)");

            assertThat(fault(statement, "EXECUTE everything").kind()).isEqualTo(Kind.SCHEMA_CHANGED);
        }
        PSQLException inGerman = new PSQLException(new ServerErrorMessage("SFEHLER\0VERROR\0C0A000"
                + "\0Mgecachter Plan darf den Ergebnistyp nicht ändern\0Fplancache.c\0RRevalidateCachedQuery\0"));
        assertThat(SqlFaults.of(inGerman, engine.dialect()).kind()).isEqualTo(Kind.SCHEMA_CHANGED);
    }

    @Test
    void aRoutinesOwnWordsAreKeptUnderAnyState() {
        assumeThat(engine).as("the others have one state for it").isEqualTo(Engine.POSTGRESQL);
        SqlFault fault = fault("DO $$ BEGIN RAISE EXCEPTION 'Not on Sundays' USING ERRCODE = 'SU000'; END $$");

        assertThat(fault.kind()).isEqualTo(Kind.RAISED);
        assertThat(fault.detail()).contains("Not on Sundays");
    }

    @Test
    void aValueThatCannotBeCountedWithIsNoFaultOfTheDatabase() {
        assumeThat(engine).as("SQLite has no such fault").isNotEqualTo(Engine.SQLITE);
        assertThat(fault("UPDATE child SET age = 1 / (age - 40)").kind()).isEqualTo(Kind.RAISED);
    }

    @Test
    void aConnectionThatWaitsTooLongInATransactionIsLost() throws SQLException {
        assumeThat(engine).as("only PostgreSQL ends such connections").isEqualTo(Engine.POSTGRESQL);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET transaction_timeout = '50ms'");

            assertThat(fault(statement, "SELECT pg_sleep(10)").kind()).isEqualTo(Kind.CONNECTION_LOST);
        }
    }

    @Test
    void waitingTooLongForALockIsItsOwnFault() throws SQLException {
        try (Connection holder = database.dataSource().getConnection();
                Statement held = holder.createStatement();
                Connection waiter = database.dataSource().getConnection();
                Statement waiting = waiter.createStatement()) {
            waiting.execute(
                    switch (engine) {
                        case H2 -> "SET LOCK_TIMEOUT 100";
                        case POSTGRESQL -> "SET lock_timeout = '100ms'";
                        case MARIADB -> "SET SESSION innodb_lock_wait_timeout = 1";
                        case SQLITE -> "PRAGMA busy_timeout = 100";
                    });
            holder.setAutoCommit(false);
            held.execute("UPDATE child SET age = 41");

            assertThat(fault(waiting, "UPDATE child SET age = 42").kind()).isEqualTo(Kind.LOCK_TIMEOUT);
            holder.rollback();
        }
    }

    @Test
    void aDeadlockIsWorthAnotherTry() throws Exception {
        assumeThat(engine).as("SQLite has no such fault").isNotEqualTo(Engine.SQLITE);
        try (Connection one = database.dataSource().getConnection();
                Connection two = database.dataSource().getConnection();
                Statement first = one.createStatement();
                Statement second = two.createStatement()) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            first.execute("UPDATE parent SET id = id WHERE id = 1");
            second.execute("UPDATE parent SET id = id WHERE id = 2");
            first.execute("SELECT 1");

            var crossing =
                    CompletableFuture.supplyAsync(() -> tried(first, "UPDATE parent SET id = id WHERE id = 2", one));
            Kind other = tried(second, "UPDATE parent SET id = id WHERE id = 1", two);

            assertThat(List.of(crossing.get(), other)).contains(Kind.RETRY);
        }
    }

    @Test
    void aConnectionTheServerCutIsLost() throws SQLException {
        assumeThat(engine).as("only a server cuts connections").isIn(Engine.POSTGRESQL, Engine.MARIADB);
        try (Connection victim = database.dataSource().getConnection();
                Statement cut = victim.createStatement()) {
            String id = engine == Engine.POSTGRESQL ? "SELECT pg_backend_pid()" : "SELECT connection_id()";
            String number;
            try (var answer = cut.executeQuery(id)) {
                answer.next();
                number = answer.getString(1);
            }
            TestDatabase.execute(
                    database,
                    engine == Engine.POSTGRESQL ? "SELECT pg_terminate_backend(" + number + ")" : "KILL " + number);

            assertThat(fault(cut, "SELECT 1").kind()).isEqualTo(Kind.CONNECTION_LOST);
        }
    }

    @Test
    void aUserWithoutRightsIsNotPermitted() {
        assumeThat(engine).as("SQLite has no such fault").isNotEqualTo(Engine.SQLITE);
        String user = "reader" + System.nanoTime();
        switch (engine) {
            case H2 ->
                TestDatabase.execute(
                        database, "CREATE USER " + user + " PASSWORD 'p'", "GRANT SELECT ON child TO " + user);
            case POSTGRESQL ->
                TestDatabase.execute(
                        database, "CREATE ROLE " + user + " LOGIN PASSWORD 'p'", "GRANT SELECT ON child TO " + user);
            default ->
                TestDatabase.execute(
                        database, "CREATE USER " + user + " IDENTIFIED BY 'p'", "GRANT SELECT ON child TO " + user);
        }
        DatabaseSettings settings = new DatabaseSettings(address(), user, new Secret("p"), false);
        try (Database asReader = TestDatabase.open(settings);
                Connection connection = asReader.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(fault(statement, "UPDATE child SET age = 1").kind()).isEqualTo(Kind.NOT_PERMITTED);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String address() {
        try (Connection connection = database.dataSource().getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.replaceFirst("\\?.*$", "");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Kind tried(Statement statement, String sql, Connection connection) {
        try {
            statement.execute(sql);
            connection.rollback();
            return Kind.OTHER;
        } catch (SQLException e) {
            try {
                connection.rollback();
            } catch (SQLException rollback) {
                e.addSuppressed(rollback);
            }
            return SqlFaults.of(e, engine.dialect()).kind();
        }
    }

    private SqlFault fault(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return fault(statement, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private SqlFault fault(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            return SqlFaults.of(e, engine.dialect());
        }
        throw new AssertionError("No fault: " + sql);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    }
}
