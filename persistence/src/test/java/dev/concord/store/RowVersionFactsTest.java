package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the documentation of {@code Guard} says of PostgreSQL's xmin, asked of PostgreSQL. */
@LockingContract
class RowVersionFactsTest {
    private final Database database = TestDatabase.open(Engine.POSTGRESQL);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyUpdateMovesItEvenOneThatChangesNothing() throws SQLException {
        table();
        String first = xmin();
        TestDatabase.execute(database, "update t set n = n");
        assertThat(xmin()).isNotEqualTo(first);
    }

    @Test
    void lockingARowOrReferringToItDoesNotMoveIt() throws SQLException {
        table();
        String first = xmin();
        TestDatabase.execute(
                database,
                "create table child (t integer references t)",
                "begin; select * from t for update; commit",
                "insert into child values (1)",
                "vacuum (freeze) t");
        assertThat(xmin()).isEqualTo(first);
    }

    @Test
    void twoWritesWithinOneTransactionShareIt() throws SQLException {
        table();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update t set n = 2");
            String once = xmin(statement);
            statement.execute("update t set n = 3");
            assertThat(xmin(statement)).isEqualTo(once);
            connection.rollback();
        }
    }

    @Test
    void aRowDeletedAndInsertedAgainHasAnotherOne() throws SQLException {
        table();
        String first = xmin();
        TestDatabase.execute(database, "delete from t", "insert into t values (1, 1)");
        assertThat(xmin()).isNotEqualTo(first);
    }

    @Test
    void aTableThatIsRewrittenHasNewOnesForTheSameValues() throws SQLException {
        table();
        String first = xmin();
        TestDatabase.execute(database, "update t set n = n", "alter table t alter column n type bigint");
        assertThat(xmin()).isNotEqualTo(first);
    }

    private void table() {
        TestDatabase.execute(
                database, "create table t (id integer primary key, n integer)", "insert into t values (1, 1)");
    }

    private String xmin() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return xmin(statement);
        }
    }

    private static String xmin(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select cast(xmin as text) from t where id = 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
