package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.RetryOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.version.Guard;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;

/**
 * Thirty-two people who each save a thousand times (a hundred times in the ordinary run), adding one to what they read:
 * whatever is lost is missing from the sum. They share programs, but no connections, because on a busy computer some
 * threads would wait too long for one. SQLite is told not to wait for the disk, which has no say in who wins.
 */
@LockingContract
@LongRun
class ThousandSavesTest {
    private static final int PEOPLE = 32;
    private static final int SAVES = Length.of(100, 1000);
    private static final int CONNECTIONS_OF_A_PROGRAM = 8;

    /** Tries often enough for a row that thirty-one others write, too. */
    private static final Retry STUBBORN = Retry.STANDARD.withTries(Integer.MAX_VALUE);

    @OnEveryEngine
    void onOneRowTheSumIsExact(Engine engine, TestReporter reporter) throws Exception {
        everySaveCounts(engine, OnEveryGuard.COUNTER, PEOPLE, SAVES, 1, reporter);
    }

    /** As many rows as each person saves, so that everybody saves each row once. */
    @OnEveryEngine
    void onAThousandRowsTheSumsAreExact(Engine engine, TestReporter reporter) throws Exception {
        everySaveCounts(engine, OnEveryGuard.COUNTER, PEOPLE, SAVES, SAVES, reporter);
    }

    /** Shorter, because the row is locked and read before each write, and nothing new is learned by many. */
    @OnEveryEngine
    void underTheDigestTheSumIsExactToo(Engine engine, TestReporter reporter) throws Exception {
        everySaveCounts(engine, OnEveryGuard.DIGEST, 16, 50, 1, reporter);
    }

    /** Everybody saves each row equally often: once, or all there is. */
    private static void everySaveCounts(
            Engine engine, Guard guard, int people, int saves, int rows, TestReporter reporter) throws Exception {
        DatabaseSettings settings = engine.freshDatabase();
        try (Shop shop = Shop.withItemsAt(engine, settings).guardedBy("item", guard);
                Programs programs = new Programs(engine, settings, guard, people / CONNECTIONS_OF_A_PROGRAM)) {
            shop.sql(
                    "delete from \"item\"",
                    IntStream.range(0, rows)
                            .mapToObj(id -> "(" + id + ", 0, 1)")
                            .collect(Collectors.joining(
                                    ", ", "insert into \"item\" (\"id\", \"stock\", \"version\") values ", "")));
            List<RecordStore> stores = programs.stores();
            TableId item = shop.id("item");
            long start = System.nanoTime();
            // Neither a hundred nor a thousand can be divided by seven, so that everybody comes by every row.
            List<Integer> saved = Crowd.of(people, person -> (Callable<Integer>) () -> IntStream.range(0, saves)
                    .map(i -> saveOne(stores.get(person % stores.size()), key(item, (person * 31 + i * 7) % rows)))
                    .sum());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertThat(saved).hasSize(people).containsOnly(saves);
            int ofEachRow = people * saves / rows;
            assertThat(column(shop, rows, "stock")).hasSize(rows).containsOnly(Value.of(ofEachRow));
            assertThat(column(shop, rows, "version"))
                    .containsOnly(Value.of(guard.equals(OnEveryGuard.COUNTER) ? ofEachRow + 1 : 1));
            reporter.publishEntry(shop + ", rows: " + rows, people * saves + " saves in " + time.toMillis() + " ms");
        }
    }

    /** One pool of connections each. */
    private static final class Programs implements AutoCloseable {
        private final List<Shop> shops = new ArrayList<>();

        Programs(Engine engine, DatabaseSettings settings, Guard guard, int count) throws SQLException {
            for (int i = 0; i < count; i++) {
                Shop shop = new Shop(engine, settings).guardedBy("item", guard);
                shops.add(shop);
                if (engine == Engine.SQLITE) {
                    shop.sql("pragma journal_mode = wal");
                    shop.onEveryConnection("pragma synchronous = off");
                }
            }
        }

        List<RecordStore> stores() {
            return shops.stream().map(Shop::store).toList();
        }

        @Override
        public void close() {
            shops.forEach(Shop::close);
        }
    }

    private static int saveOne(RecordStore store, RecordKey key) {
        RetryOutcome outcome = store.retry(key, ThousandSavesTest::addingOne, STUBBORN);
        assertThat(outcome).isInstanceOf(RetryOutcome.Saved.class);
        return 1;
    }

    private static Draft addingOne(Draft draft) {
        BigDecimal stock = ((Value.Exact) draft.get("stock")).number();
        return draft.with("stock", Value.of(stock.add(BigDecimal.ONE)));
    }

    private static RecordKey key(TableId item, int id) {
        return new RecordKey(item, Row.of("id", Value.of(id)));
    }

    private static List<Value> column(Shop shop, int rows, String column) {
        TableId item = shop.id("item");
        List<RecordKey> keys =
                IntStream.range(0, rows).mapToObj(id -> key(item, id)).toList();
        return shop.store().findAll(item, keys).values().stream()
                .map(row -> row.row().get(column))
                .toList();
    }
}
