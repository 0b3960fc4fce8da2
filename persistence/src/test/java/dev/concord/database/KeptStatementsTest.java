package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

class KeptStatementsTest {
    private static final String BY_ID = "select name from person where id = ?";

    @TempDir
    Path directory;

    private Connection driver;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        driver = connected();
        connection = KeptStatements.over(driver);
        run(driver, "create table person (id integer primary key, name text)");
        run(driver, "insert into person values (1, 'Nowak'), (2, 'Kowalska')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aClosedStatementIsUsedAgainForTheSameText() throws SQLException {
        JDBC4PreparedStatement first;
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            first = ofDriver(statement);
            assertThat(name(statement, 1)).isEqualTo("Nowak");
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            assertThat(ofDriver(statement)).isSameAs(first);
            assertThat(name(statement, 2)).isEqualTo("Kowalska");
        }
    }

    @Test
    void valuesOfTheLastUseAreForgotten() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            assertThat(name(statement, 1)).isEqualTo("Nowak");
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID);
                ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).as("a row whose id is NULL").isFalse();
        }
    }

    @Test
    void twoUsesAtATimeHaveAStatementEach() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(BY_ID);
                PreparedStatement other = connection.prepareStatement(BY_ID)) {
            assertThat(ofDriver(one)).isNotSameAs(ofDriver(other));
            one.setLong(1, 1);
            try (ResultSet result = one.executeQuery()) {
                assertThat(name(other, 2)).isEqualTo("Kowalska");
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("Nowak");
            }
        }
    }

    @Test
    void aResultNobodyClosedHoldsNothing() throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select name from person");
        statement.executeQuery().next();
        statement.close();

        try (Connection other = connected()) {
            run(other, "pragma busy_timeout = 0");
            run(other, "drop table person");
        }
    }

    @Test
    void aClosedStatementIsClosed() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(BY_ID);
        statement.close();
        statement.close();

        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        try (PreparedStatement next = connection.prepareStatement(BY_ID)) {
            assertThatThrownBy(() -> statement.setLong(1, 1)).isInstanceOf(SQLException.class);
            assertThat(name(next, 1)).isEqualTo("Nowak");
        }
    }

    @Test
    void aStatementThatFailedOrHasSettingsOfItsOwnIsNotKept() throws SQLException {
        String insert = "insert into person values (?, 'Nowak')";
        JDBC4PreparedStatement failed;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            failed = ofDriver(statement);
            statement.setLong(1, 1);
            assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
        }
        assertThat(failed.isClosed()).isTrue();
        JDBC4PreparedStatement set;
        try (PreparedStatement statement = connection.prepareStatement("select name from person")) {
            set = ofDriver(statement);
            statement.setMaxRows(1);
        }
        assertThat(set.isClosed()).isTrue();
    }

    @Test
    void aTableThatWasChangedMeanwhileIsReadAsItIs() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            assertThat(name(statement, 1)).isEqualTo("Nowak");
        }
        try (Connection other = connected()) {
            run(other, "alter table person rename to before");
            run(other, "create table person (name text, id text)");
            run(other, "insert into person values ('Zając', '1')");
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            assertThat(name(statement, 1)).isEqualTo("Zając");
        }
        run(driver, "drop table person");
        assertThatThrownBy(() -> {
                    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
                        name(statement, 1);
                    }
                })
                .hasMessageContaining("no such table");
    }

    @Test
    void theOneUsedLongestAgoIsClosedWhenThereAreTooMany() throws SQLException {
        JDBC4PreparedStatement first = used("select 0");
        JDBC4PreparedStatement second = used("select 1");
        for (int i = 2; i < 64; i++) {
            used("select " + i);
        }
        assertThat(used("select 0")).isSameAs(first);

        used("select 64");

        assertThat(second.isClosed()).isTrue();
        assertThat(first.isClosed()).isFalse();
    }

    @Test
    void theDriversConnectionIsStillThere() throws SQLException {
        assertThat(connection.unwrap(SQLiteConnection.class)).isSameAs(driver);
    }

    private JDBC4PreparedStatement used(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeQuery().close();
            return ofDriver(statement);
        }
    }

    private static String name(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        try (ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private Connection connected() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("people.sqlite"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JDBC4PreparedStatement ofDriver(PreparedStatement statement) throws SQLException {
        return statement.unwrap(JDBC4PreparedStatement.class);
    }
}
