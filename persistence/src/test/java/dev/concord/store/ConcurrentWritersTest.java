package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.version.Guard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two people who save the same row at the same moment, thousands of times (hundreds in the ordinary run). Each adds one
 * to the stock as read, so a lost update would be missing from the sum.
 */
@LockingContract
@LongRun
class ConcurrentWritersTest {
    private static final int ROUNDS = Length.of(300, 2000);

    /** A slow machine plays fewer rounds, but never fewer than this. */
    private static final int FEWEST_ROUNDS = Length.of(300, 1000);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Stream<Arguments> enginesAndModes() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(
                        Arguments.of(engine, "version", OnEveryGuard.COUNTER),
                        Arguments.of(engine, "checksum", OnEveryGuard.DIGEST)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enginesAndModes")
    void everyRoundHasOneWinnerAndNoUpdateIsLost(Engine engine, String mode, Guard guard, TestReporter reporter)
            throws Exception {
        try (Shop shop = Shop.withItems(engine, guard);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            startAtZero(shop, engine);
            RecordStore store = shop.store();
            CyclicBarrier together = new CyclicBarrier(2);
            long deadline = System.nanoTime() + LONGEST.toNanos();
            int rounds = 0;
            while (rounds < ROUNDS && (rounds < FEWEST_ROUNDS || System.nanoTime() < deadline)) {
                Snapshot base = shop.item();
                Draft draft = addingOne(base);
                Future<SaveOutcome> one = threads.submit(() -> saveAt(together, store, draft));
                Future<SaveOutcome> other = threads.submit(() -> saveAt(together, store, draft));
                SaveOutcome first = one.get(1, TimeUnit.MINUTES);
                SaveOutcome second = other.get(1, TimeUnit.MINUTES);
                SaveOutcome winner = first instanceof Outcome.Saved ? first : second;
                SaveOutcome loser = first instanceof Outcome.Saved ? second : first;
                assertThat(winner).as("%s round %d: %s", mode, rounds, loser).isInstanceOf(Outcome.Saved.class);
                assertThat(loser).as("%s round %d", mode, rounds).isInstanceOf(Outcome.Stale.class);
                Snapshot theirs = ((Outcome.Stale) loser).theirs();
                assertThat(theirs.row())
                        .isEqualTo(((Outcome.Saved) winner).snapshot().row());
                assertThat(store.save(addingOne(theirs))).isInstanceOf(Outcome.Saved.class);
                rounds++;
            }
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(2L * rounds));
            reporter.publishEntry(engine + " " + mode, rounds + " rounds");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enginesAndModes")
    void writersWhoNeverWaitForEachOtherLoseNothingEither(Engine engine, String mode, Guard guard) throws Exception {
        int each = 40;
        try (Shop shop = Shop.withItems(engine, guard);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            startAtZero(shop, engine);
            RecordStore store = shop.store();
            var writers = Stream.generate(() -> threads.submit(() -> addOften(store, shop.item(), each)))
                    .limit(4)
                    .toList();
            for (Future<Integer> writer : writers) {
                assertThat(writer.get(2, TimeUnit.MINUTES)).as(mode).isEqualTo(each);
            }
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(4L * each));
        }
    }

    /** With a write-ahead log SQLite waits for the disk less often; who wins is decided by the same locks. */
    private static void startAtZero(Shop shop, Engine engine) {
        if (engine == Engine.SQLITE) {
            shop.sql("pragma journal_mode = wal");
        }
        shop.sql("update \"item\" set \"stock\" = 0");
    }

    private static SaveOutcome saveAt(CyclicBarrier together, RecordStore store, Draft draft) throws Exception {
        together.await();
        return store.save(draft);
    }

    private static int addOften(RecordStore store, Snapshot start, int times) {
        Snapshot base = start;
        int saved = 0;
        while (saved < times) {
            switch (store.save(addingOne(base))) {
                case Outcome.Saved now -> {
                    base = now.snapshot();
                    saved++;
                }
                case Outcome.Stale stale -> base = stale.theirs();
                case Outcome.Gone gone -> throw new AssertionError("Neither saved nor stale");
                case Outcome.Failure failure -> throw new AssertionError("Neither saved nor stale");
            }
        }
        return saved;
    }

    private static Draft addingOne(Snapshot base) {
        BigDecimal stock = ((Value.Exact) base.row().get("stock")).number();
        return Draft.of(base).with("stock", Value.of(stock.add(BigDecimal.ONE)));
    }
}
