package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;

/**
 * Thirty-two people who each save a thousand times, adding one to what they read: whatever is lost is missing from the
 * sum. SQLite is told not to wait for the disk, which has no say in who wins.
 */
@LockingContract
class ThousandSavesTest {
    private static final int PEOPLE = 32;
    private static final int SAVES = 1000;

    /** Patient enough for a row that thirty-one others want too. */
    private static final Retry STUBBORN = Retry.STANDARD.withTries(Integer.MAX_VALUE);

    @OnEveryEngine
    void onOneRowTheSumIsExact(Engine engine, TestReporter reporter) throws Exception {
        sumIsExact(engine, 1, reporter);
    }

    @OnEveryEngine
    void onAThousandRowsTheSumsAreExact(Engine engine, TestReporter reporter) throws Exception {
        sumIsExact(engine, 1000, reporter);
    }

    private static void sumIsExact(Engine engine, int rows, TestReporter reporter) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            if (engine == Engine.SQLITE) {
                shop.sql("pragma journal_mode = wal");
                shop.onEveryConnection("pragma synchronous = off");
            }
            shop.sql(
                    "delete from \"item\"",
                    IntStream.range(0, rows)
                            .mapToObj(id -> "(" + id + ", 0, 1)")
                            .collect(Collectors.joining(
                                    ", ", "insert into \"item\" (\"id\", \"stock\", \"version\") values ", "")));
            RecordStore store = shop.store();
            TableId item = shop.id("item");
            long start = System.nanoTime();
            List<Integer> saved = Crowd.of(PEOPLE, person -> (Callable<Integer>) () -> IntStream.range(0, SAVES)
                    .map(i -> saveOne(store, key(item, (person * 31 + i * 7) % rows)))
                    .sum());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertThat(saved).hasSize(PEOPLE).containsOnly(SAVES);
            assertThat(sum(shop, rows, "stock")).isEqualTo((long) PEOPLE * SAVES);
            assertThat(sum(shop, rows, "version")).isEqualTo((long) PEOPLE * SAVES + rows);
            reporter.publishEntry(engine + ", rows: " + rows, PEOPLE * SAVES + " saves in " + time.toMillis() + " ms");
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

    private static long sum(Shop shop, int rows, String column) {
        RecordStore store = shop.store();
        TableId item = shop.id("item");
        long sum = 0;
        for (int id = 0; id < rows; id++) {
            Snapshot row = store.find(key(item, id)).orElseThrow();
            sum += ((Value.Exact) row.row().get(column)).number().longValueExact();
        }
        return sum;
    }
}
