package dev.concord.merge.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresArrayTest {
    private static final PostgresArray ARRAY = PostgresArray.ofType("text[]");

    @Test
    void anArrayIsWrittenAsTheServerWritesIt() throws SQLException {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL);
                Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("select cast(cast(? as text[]) as text)")) {
            for (String literal : List.of(
                    "{}",
                    " { } ",
                    "{a, b c ,\"d\"}",
                    "{NULL,null,\"NULL\",n\\ull,nullx}",
                    "{\"\",\" \",\\ ,\"\u00a0\",\u3000}",
                    "{\"a\\\"b\\\\c\",a\\,b,\"{\",\"}\",';'}",
                    "{\"tab\t\",\"line\nend\",x\u000by}",
                    "{{a,b},{\"c d\",NULL}}",
                    "{ {1} , {2} }",
                    "{é,𝄞,\u001f}")) {
                statement.setString(1, literal);
                assertThat(ARRAY.items(literal).map(ARRAY::text)).as(literal).contains(only(statement));
            }
        }
    }

    private static String only(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
