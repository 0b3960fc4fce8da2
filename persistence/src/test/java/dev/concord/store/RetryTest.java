package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.RetryOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Work that is right whatever the row holds, repeated until no other write interferes. */
@LockingContract
class RetryTest {
    private final List<Duration> pauses = new ArrayList<>();

    /** Never waits, only notes for how long; draws the longest pause each time. */
    private final Retry noted = new Retry(5, Duration.ofMillis(10), pauses::add, always(Math.nextDown(1.0)));

    @OnEveryGuard
    void workThatWasOvertakenIsDoneAgainOnTheNewerRow(Shop shop) {
        AtomicInteger runs = new AtomicInteger();
        RetryOutcome outcome = shop.store()
                .retry(
                        shop.item().key(),
                        draft -> {
                            if (runs.incrementAndGet() <= 2) {
                                overtake(shop);
                            }
                            return addingOne(draft);
                        },
                        noted);
        assertThat(outcome).isInstanceOf(RetryOutcome.Saved.class);
        assertThat(outcome.tries()).isEqualTo(3);
        assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(10 + 2 + 1));
        assertThat(((RetryOutcome.Saved) outcome).snapshot().row())
                .isEqualTo(shop.item().row());
    }

    @OnEveryEngine
    void whenTheTriesAreUsedUpTheLastOutcomeIsToldWithTheirNumber(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RetryOutcome outcome = shop.store()
                    .retry(
                            shop.item().key(),
                            draft -> {
                                overtake(shop);
                                return addingOne(draft);
                            },
                            noted);
            assertThat(outcome).isInstanceOfSatisfying(RetryOutcome.NotSaved.class, notSaved -> {
                assertThat(notSaved.tries()).isEqualTo(5);
                assertThat(((Outcome.Stale) notSaved.last()).theirs().row().get("stock"))
                        .isEqualTo(Value.of(15));
            });
            assertThat(pauses)
                    .extracting(pause -> Math.round(pause.toNanos() / 1e6))
                    .containsExactly(10L, 20L, 40L, 80L);
        }
    }

    @OnEveryEngine
    void howeverManyTriesThereAreNobodyPausesLongerThanEightTimesTheFirst(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            shop.store()
                    .retry(
                            shop.item().key(),
                            draft -> {
                                overtake(shop);
                                return addingOne(draft);
                            },
                            noted.withTries(9));
            assertThat(pauses)
                    .extracting(pause -> Math.round(pause.toNanos() / 1e6))
                    .containsExactly(10L, 20L, 40L, 80L, 80L, 80L, 80L, 80L);
        }
    }

    @OnEveryEngine
    void pausesAreDrawnFromTheUpperHalf(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Retry shortest = new Retry(3, Duration.ofMillis(10), pauses::add, always(0));
            shop.store()
                    .retry(
                            shop.item().key(),
                            draft -> {
                                overtake(shop);
                                return addingOne(draft);
                            },
                            shortest);
            assertThat(pauses).containsExactly(Duration.ofMillis(5), Duration.ofMillis(10));
        }
    }

    @OnEveryEngine
    void aValueThatIsTakenIsNotTriedAgain(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            shop.inserted(shop.newItem(2));
            RetryOutcome outcome = shop.store().retry(shop.item().key(), draft -> draft.with("id", Value.of(2)), noted);
            assertThat(outcome).isInstanceOfSatisfying(RetryOutcome.NotSaved.class, notSaved -> {
                assertThat(notSaved.tries()).isEqualTo(1);
                assertThat(notSaved.last()).isInstanceOf(Outcome.Rejected.class);
            });
            assertThat(pauses).isEmpty();
        }
    }

    @OnEveryEngine
    void aRowThatIsNotThereIsGoneAtOnce(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordKey key = shop.key("item", Row.of("id", Value.of(99)));
            assertThat(shop.store().retry(key, RetryTest::addingOne, noted))
                    .isEqualTo(new RetryOutcome.NotSaved(new Outcome.Gone(key), 1));
        }
    }

    @OnEveryEngine
    void aRowThatIsHeldTooLongIsTriedAgainOnceItIsFree(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                Connection other = shop.database().dataSource().getConnection()) {
            shop.shortenLockTimeouts();
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute(shop.quoted("update \"item\" set \"stock\" = 99"));
            }
            Retry lettingGo = new Retry(
                    5,
                    Duration.ofMillis(10),
                    pause -> {
                        pauses.add(pause);
                        rollBack(other);
                    },
                    always(0));
            RetryOutcome outcome = shop.store().retry(shop.item().key(), RetryTest::addingOne, lettingGo);
            assertThat(outcome).isInstanceOf(RetryOutcome.Saved.class);
            assertThat(outcome.tries()).isEqualTo(2);
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(11));
        }
    }

    @OnEveryEngine
    void whoeverIsToldToStopWhilePausingStopsAndStillKnowsIt(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Retry interrupted = new Retry(
                    5,
                    Duration.ofMillis(10),
                    _ -> {
                        throw new InterruptedException();
                    },
                    always(0));
            RetryOutcome outcome = shop.store()
                    .retry(
                            shop.item().key(),
                            draft -> {
                                overtake(shop);
                                return addingOne(draft);
                            },
                            interrupted);
            assertThat(outcome.tries()).isEqualTo(1);
            assertThat(outcome).isInstanceOf(RetryOutcome.NotSaved.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void overtake(Shop shop) {
        Snapshot now = shop.item();
        shop.saved(addingOne(Draft.of(now)));
    }

    private static Draft addingOne(Draft draft) {
        BigDecimal stock = ((Value.Exact) draft.get("stock")).number();
        return draft.with("stock", Value.of(stock.add(BigDecimal.ONE)));
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static RandomGenerator always(double drawn) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return drawn;
            }
        };
    }
}
