package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.IntegerLimit;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.database.Database;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest version of a column is the largest number the real column holds, not one less and not one more. */
@LockingContract
class IntegerLimitTest {

    /** A column as some engine declares it. */
    record Declared(Engine engine, String type) {
        @Override
        public String toString() {
            return engine + " " + type;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declared")
    void theLargestVersionFitsAndOneMoreDoesNot(Declared declared) {
        try (Database database = TestDatabase.open(declared.engine())) {
            if (declared.type().equals("posint")) {
                TestDatabase.execute(database, "create domain posint as bigint check (value > 0)");
            }
            TestDatabase.execute(database, "create table t (id int primary key, v " + declared.type() + ")");
            BigDecimal limit = IntegerLimit.of(column(database)).orElseThrow();
            assertThat(kept(database, limit)).isTrue();
            assertThat(kept(database, limit.add(BigDecimal.ONE))).isFalse();
        }
    }

    static Stream<Declared> declared() {
        return Stream.of(
                        declared(Engine.H2, "tinyint", "smallint", "integer", "bigint", "decimal(3,0)", "numeric(5,2)"),
                        declared(Engine.POSTGRESQL, "int2", "int4", "int8", "numeric(3,0)", "numeric(5,2)", "posint"),
                        declared(Engine.MARIADB, "tinyint", "smallint", "mediumint", "int", "bigint", "decimal(3,0)"),
                        declared(Engine.MARIADB, "tinyint unsigned", "smallint unsigned", "mediumint unsigned"),
                        declared(Engine.MARIADB, "int unsigned", "bigint unsigned"),
                        declared(Engine.SQLITE, "integer", "smallint", "bigint", "numeric", "decimal"))
                .flatMap(List::stream);
    }

    private static List<Declared> declared(Engine engine, String... types) {
        return Stream.of(types).map(type -> new Declared(engine, type)).toList();
    }

    @Test
    void aNumberWithoutAPrecisionHasNoLimit() {
        assertThat(IntegerLimit.of(Tables.column("v", "numeric", ValueKind.DECIMAL, 0, 0)))
                .isEmpty();
    }

    private static Column column(Database database) {
        Catalog catalog = new Catalog(database);
        Table table = catalog.table(catalog.tables().getFirst().id()).orElseThrow();
        return table.columns().getLast();
    }

    /** Whether the column gives back the whole number it was given. */
    private static boolean kept(Database database, BigDecimal number) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from t");
            try {
                statement.execute("insert into t values (1, " + number.toPlainString() + ")");
            } catch (SQLException outOfRange) {
                assertThat(outOfRange.getSQLState()).startsWith("22");
                return false;
            }
            try (var result = statement.executeQuery("select cast(v as char(40)) from t")) {
                result.next();
                String text = result.getString(1).strip();
                return text.matches("\\d+(\\.0+)?") && new BigDecimal(text).compareTo(number) == 0;
            }
        } catch (SQLException e) {
            return fail(e);
        }
    }
}
