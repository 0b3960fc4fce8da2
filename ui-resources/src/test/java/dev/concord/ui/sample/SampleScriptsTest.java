package dev.concord.ui.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleScriptsTest {
    private Connection connection;

    @BeforeAll
    void load() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:sample");
        try (Statement statement = connection.createStatement()) {
            for (String script : SampleScripts.inOrder()) {
                statement.execute(script);
            }
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void itHoldsAFewThousandRows() throws SQLException {
        assertThat(number("select count(*) from \"customer\"")).isGreaterThan(300);
        assertThat(number("select count(*) from \"order\"")).isGreaterThan(1000);
        assertThat(number("select count(*) from \"order line\"")).isGreaterThan(3000);
    }

    @Test
    void everyOrdersTotalIsTheSumOfItsLines() throws SQLException {
        assertThat(number("""
                select count(*) from "order" o where "total" <>
                  (select sum("line_total") from "order line" l where l."order_id" = o."id")""")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.version", "order.updated_at", "article.row_version"})
    void thereIsATableForEachKindOfVersionColumn(String column) throws SQLException {
        String[] names = column.split("\\.", 2);
        assertThat(number("select count(distinct \"" + names[1] + "\") from \"" + names[0] + "\""))
                .isPositive();
    }

    @Test
    void oneTableHasNoKey() throws SQLException {
        assertThat(number("""
                select count(*) from information_schema.table_constraints
                where table_name = 'stock_movement' and constraint_type in ('PRIMARY KEY', 'UNIQUE')""")).isZero();
    }

    @Test
    void stockCannotBecomeNegative() {
        assertThatThrownBy(() -> number("select count(*) from final table (update \"product\" set \"stock\" = -1)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_product_stock");
    }

    @Test
    void picturesArePngFiles() throws SQLException {
        assertThat(number("select count(*) from \"product\" where \"picture\" is not null"))
                .isGreaterThan(20);
        try (Statement statement = connection.createStatement();
                ResultSet pictures = statement.executeQuery("select \"picture\" from \"product\"")) {
            while (pictures.next()) {
                byte[] picture = pictures.getBytes(1);
                assertThat(picture == null || new String(picture, 1, 3, StandardCharsets.US_ASCII).equals("PNG"))
                        .isTrue();
            }
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
