package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counted by the databases that count their own queries; PostgreSQL and SQLite are asked in the same way. */
@LockingContract
class QueriesForManyRowsTest {
    private static final int ROWS = 10_000;
    private static final int ROWS_PER_QUERY = 30;

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "MARIADB"})
    void tenThousandRowsAreDigestedWithoutAQueryForEach(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine)) {
            fill(shop);
            List<RecordKey> keys = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> shop.key("item", Row.of("id", Value.of(id))))
                    .toList();
            RecordStore store = shop.store();
            store.find(keys.getFirst());
            long before = selects(shop);
            Map<RecordKey, Snapshot> found = store.findAll(keys.getFirst().table(), keys);
            assertThat(selects(shop) - before).isPositive().isLessThan(ROWS / ROWS_PER_QUERY);
            assertThat(found).hasSize(ROWS);
            Snapshot last = store.find(keys.getLast()).orElseThrow();
            assertThat(found).hasEntrySatisfying(keys.getLast(), row -> assertThat(row.token())
                    .isEqualTo(last.token()));
        }
    }

    private static void fill(Shop shop) {
        if (shop.dialect() == Dialect.H2) {
            shop.sql(
                    "insert into \"item\" (\"id\", \"name\") select x, 'row ' || x from system_range(2, " + ROWS + ")",
                    "set query_statistics true");
        } else {
            shop.sql("insert into \"item\" (\"id\", \"name\") select seq, concat('row ', seq) from seq_2_to_" + ROWS);
        }
    }

    /** Every query there was, of the shop's database or of the whole server, which nobody else uses meanwhile. */
    private static long selects(Shop shop) throws SQLException {
        String sql = shop.dialect() == Dialect.H2
                ? "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement like '%item%'"
                : "select variable_value from information_schema.global_status where variable_name = 'COM_SELECT'";
        try (Connection connection = shop.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
