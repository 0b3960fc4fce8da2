package dev.concord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource
    void everyEngineAnswers(Engine engine) throws SQLException {
        DatabaseSettings settings = engine.freshDatabase();

        assertThat(ask(settings, "SELECT 40 + 2")).isEqualTo("42");
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseIsNewAndItsOwn(Engine engine) throws SQLException {
        DatabaseSettings first = engine.freshDatabase();
        DatabaseSettings second = engine.freshDatabase();
        ask(first, "CREATE TABLE thing (id INT PRIMARY KEY)");

        ask(second, "CREATE TABLE thing (id INT PRIMARY KEY)");

        assertThat(first.address()).isNotEqualTo(second.address());
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void theServersAreOfTheVersionsWeClaim(Engine engine) throws SQLException {
        String version = ask(engine.freshDatabase(), "SELECT version()");

        assertThat(version)
                .contains(
                        switch (engine.dialect()) {
                            case POSTGRESQL -> "PostgreSQL 18";
                            case MARIADB -> "11.4";
                            case MYSQL, H2, SQLITE -> ".";
                        });
    }

    private static String ask(DatabaseSettings settings, String sql) throws SQLException {
        try (Database database = TestDatabase.open(settings);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
