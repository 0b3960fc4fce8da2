package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.ValueKind;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.MariaDbServer;
import dev.concord.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL mode of a MariaDB server changes neither what Concord's statements mean nor the checksum of a row. */
@LockingContract
class SqlModeTest {
    static Stream<String> modes() {
        return Stream.of(
                "",
                "ANSI_QUOTES",
                "ANSI",
                "ORACLE",
                "EMPTY_STRING_IS_NULL",
                "ORACLE,EMPTY_STRING_IS_NULL",
                "PAD_CHAR_TO_FULL_LENGTH",
                "NO_BACKSLASH_ESCAPES",
                "PIPES_AS_CONCAT",
                "IGNORE_SPACE,HIGH_NOT_PRECEDENCE,REAL_AS_FLOAT",
                "NO_ZERO_DATE,NO_ZERO_IN_DATE,STRICT_TRANS_TABLES",
                "MSSQL");
    }

    @BeforeEach
    void onlyMariaDbHasAllOfThem() {
        Assumptions.assumeTrue(Engine.MARIADB.dialect() == Dialect.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void theServersSqlModeChangesNoChecksumAndHidesNoChange(String mode) throws SQLException {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        Snapshot before;
        try (Shop shop = new Shop(
                Engine.MARIADB,
                settings,
                "create table t (id integer primary key, j json, p point, c char(5), e enum('a', 'b\\\\c'), s set('x', 'y'),"
                        + " v varchar(20) default 'a\\\\b', n varchar(20), u tinyint unsigned)",
                "insert into t values (1, '{\"b\": \"\"}', point(1, 2), 'a', 'a', 'x,y', 'c\\\\d', '', 3)")) {
            before = shop.first("t");
        }
        String own;
        try (Database database = TestDatabase.open(settings)) {
            own = TestDatabase.answer(database, "select @@global.sql_mode");
        }
        set(settings, mode);
        try (Shop shop = new Shop(Engine.MARIADB, settings)) {
            Snapshot now = shop.first("t");
            assertThat(now.row()).isEqualTo(before.row());
            assertThat(now.token()).isEqualTo(before.token());
            assertThat(shop.store()
                            .catalog()
                            .table(shop.id("t"))
                            .orElseThrow()
                            .column("j")
                            .orElseThrow()
                            .kind())
                    .isEqualTo(ValueKind.JSON);
            Snapshot saved =
                    shop.saved(Draft.of(now).with("v", Value.of("e\\f")).with("n", Value.of("")));
            assertThat(saved.row().get("v")).isEqualTo(Value.of("e\\f"));
            assertThat(saved.row().get("n")).isEqualTo(Value.of(""));
            shop.sql("update t set p = point(3, 4)");
            assertThat(shop.store().save(Draft.of(saved).with("v", Value.of("lost"))))
                    .isInstanceOf(Outcome.Stale.class);
        } finally {
            set(settings, own);
        }
    }

    private static void set(DatabaseSettings settings, String mode) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://localhost:" + MariaDbServer.port() + "/",
                        settings.user(),
                        settings.password().reveal());
                Statement statement = connection.createStatement()) {
            statement.execute("set global sql_mode = '" + mode + "'");
        }
    }
}
