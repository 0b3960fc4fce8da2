package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counted by the databases that count their own queries, and in the driver's log of the two that do not. */
@LockingContract
class QueriesForManyRowsTest {
    private static final int ROWS = 10_000;
    private static final int ROWS_PER_QUERY = 30;

    @OnEveryEngine
    void tenThousandRowsAreDigestedWithoutAQueryForEach(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            fill(shop);
            List<RecordKey> keys = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> shop.key("item", Row.of("id", Value.of(id))))
                    .toList();
            RecordStore store = shop.store();
            store.find(keys.getFirst());
            Map<RecordKey, Snapshot> found = new HashMap<>();
            long queries = queries(
                    shop, () -> found.putAll(store.findAll(keys.getFirst().table(), keys)));
            assertThat(queries).isPositive().isLessThan(ROWS / ROWS_PER_QUERY);
            assertThat(found).hasSize(ROWS);
            Snapshot last = store.find(keys.getLast()).orElseThrow();
            assertThat(found).hasEntrySatisfying(keys.getLast(), row -> assertThat(row.token())
                    .isEqualTo(last.token()));
        }
    }

    private static void fill(Shop shop) {
        String numbers =
                switch (shop.dialect()) {
                    case H2 -> "select x as n from system_range(2, " + ROWS + ")";
                    case POSTGRESQL -> "select n from generate_series(2, " + ROWS + ") as n";
                    case MARIADB, MYSQL ->
                        "with recursive d (i) as (select 0 union all select i + 1 from d where i < 9)"
                                + " select 1 + a.i + 10 * b.i + 100 * c.i + 1000 * e.i as n"
                                + " from d as a, d as b, d as c, d as e having n between 2 and " + ROWS;
                    case SQLITE ->
                        "with recursive s (n) as (select 2 union all select n + 1 from s where n < " + ROWS
                                + ") select n from s";
                };
        shop.sql("insert into \"item\" (\"id\", \"stock\") select n, n from (" + numbers + ") as numbers");
    }

    /** How many queries of items something makes. */
    private static long queries(Shop shop, Runnable work) {
        return switch (shop.dialect()) {
            case H2 -> {
                shop.sql("set query_statistics true");
                yield growth(
                        shop,
                        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                                + " where sql_statement like '%item%'",
                        work);
            }
            // Of the whole server, which no other test uses meanwhile.
            case MARIADB, MYSQL -> growth(shop, "show global status where variable_name = 'Com_select'", work);
            case POSTGRESQL -> DriverLog.count("org.postgresql.core.v3.QueryExecutorImpl", "FE=> Execute", work);
            case SQLITE -> DriverLog.count("org.sqlite.core.NativeDB", "[SQLite EXEC] select", work);
        };
    }

    private static long growth(Shop shop, String counter, Runnable work) {
        long before = Long.parseLong(TestDatabase.answer(shop.database(), counter));
        work.run();
        return Long.parseLong(TestDatabase.answer(shop.database(), counter)) - before;
    }
}
