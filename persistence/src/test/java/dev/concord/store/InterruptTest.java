package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.math.BigDecimal;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Threads that are interrupted while they use an embedded H2 file: Java closes the file when a thread is interrupted
 * while it reads or writes it.
 */
@LockingContract
class InterruptTest {
    private static final TableId ITEM = new TableId("PUBLIC", "item");
    private static final int ROWS = 5000;

    @Test
    void aThreadThatWasInterruptedBeforeReadsAndSavesAllTheSameAndStaysInterrupted() {
        DatabaseSettings settings = filled();
        try (Database database = TestDatabase.open(settings)) {
            RecordStore store = store(database);
            Snapshot base = read(store, 1);
            Thread.currentThread().interrupt();
            Snapshot far = read(store, ROWS - 1);
            SaveOutcome outcome = store.save(Draft.of(base).with("stock", Value.of(11)));
            SaveOutcome cold = store.save(Draft.of(far).with("stock", Value.of(12)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isInstanceOf(Outcome.Saved.class);
            assertThat(cold).isInstanceOf(Outcome.Saved.class);
            assertThat(read(store, ROWS / 2).row().get("stock")).isEqualTo(Value.of(10));
        }
    }

    @Test
    void whoeverIsInterruptedWhileHeReadsTheFileHasSavedAllTheSame() {
        try (Database database = TestDatabase.open(filled())) {
            RecordStore store = store(database);
            Snapshot base = read(store, 1);
            TestDatabase.execute(
                    database,
                    "create trigger \"telling\" before update on \"item\" for each row call '"
                            + InterruptingTrigger.class.getName() + "'");
            SaveOutcome outcome = store.save(Draft.of(base).with("stock", Value.of(11)));
            assertThat(Thread.interrupted())
                    .as("still to be told, having read nothing from the file meanwhile")
                    .isFalse();
            assertThat(outcome).isInstanceOf(Outcome.Saved.class);
            assertThat(read(store, 1).row().get("stock")).isEqualTo(Value.of(11));
            assertThat(read(store, ROWS / 2).row().get("stock")).isEqualTo(Value.of(10));
        }
    }

    /** H2 gives up waiting at once; the drivers of servers and SQLite do not listen, and go on. */
    @OnEveryEngine
    void whoeverIsInterruptedWhileHeWaitsForARowIsToldTheTruthAndTheStoreStaysUsable(Engine engine) throws Exception {
        DatabaseSettings settings = engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase();
        try (Shop shop = Shop.withItemsAt(engine, settings).guardedBy("item", OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            Draft mine = Draft.of(base).with("stock", Value.of(11));
            RecordStore store = shop.store();
            shop.lengthenLockTimeouts();
            try (OpenTransaction theirs = new OpenTransaction(shop, "update \"item\" set \"stock\" = 99")) {
                Waiting<SaveOutcome> waiting = Waiting.begun(shop.database(), () -> store.save(mine));
                waiting.interrupt();
                if (engine == Engine.H2) {
                    assertThat(waiting.outcome()).isEqualTo(new Outcome.LockTimeout(base.key()));
                    theirs.rollBack();
                } else {
                    theirs.rollBack();
                    assertThat(waiting.outcome()).isInstanceOf(Outcome.Saved.class);
                }
            }
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(engine == Engine.H2 ? 10 : 11));
            shop.saved(Draft.of(shop.item()).with("stock", Value.of(12)));
        }
    }

    @Test
    void whoeverIsInterruptedInTheMiddleIsToldTheTruthAndTheStoreStaysUsable() throws Exception {
        try (Database database = TestDatabase.open(filled())) {
            RecordStore store = store(database);
            Counts counts = new Counts();
            for (int round = 0; round < 20; round++) {
                CountDownLatch begun = new CountDownLatch(1);
                Thread writer = new Thread(() -> addUntilInterrupted(store, begun, counts));
                writer.start();
                begun.await();
                writer.interrupt();
                writer.join();
                assertThat(read(store, round).key()).isEqualTo(key(round));
            }
            int total = 0;
            for (int id = 0; id < ROWS; id++) {
                total += ((Value.Exact) read(store, id).row().get("stock"))
                                .number()
                                .intValueExact()
                        - 10;
            }
            assertThat(counts.unexpected).isEmpty();
            assertThat(total).isBetween(counts.saved.get(), counts.saved.get() + counts.unconfirmed.get());
        }
    }

    /** The writers' results. */
    private static final class Counts {
        private final AtomicInteger saved = new AtomicInteger();
        private final AtomicInteger unconfirmed = new AtomicInteger();
        private final Queue<Object> unexpected = new ConcurrentLinkedQueue<>();
    }

    private static void addUntilInterrupted(RecordStore store, CountDownLatch begun, Counts counts) {
        int id = 0;
        for (int i = 0; i < 400 && !Thread.currentThread().isInterrupted(); i++) {
            id = (id + 37) % ROWS;
            switch (store.increment(key(id), "stock", BigDecimal.ONE)) {
                case Outcome.Saved _ -> counts.saved.incrementAndGet();
                case Outcome.Unconfirmed _ -> counts.unconfirmed.incrementAndGet();
                case Outcome.Refused refused when refused.reason() == Outcome.Refused.Reason.CONNECTION_LOST -> {}
                case Outcome.Unwritten other -> counts.unexpected.add(other);
            }
            begun.countDown();
        }
    }

    /** Far more than H2 is allowed to keep in memory, so that reading means reading the file. */
    private static DatabaseSettings filled() {
        DatabaseSettings plain = TestDatabase.freshH2File();
        String url = "jdbc:h2:file:" + plain.address().replace(".mv.db", "") + ";CACHE_SIZE=1";
        DatabaseSettings settings = new DatabaseSettings(url, plain.user(), plain.password(), false);
        try (Database database = TestDatabase.open(settings)) {
            TestDatabase.execute(
                    database,
                    "create table \"item\" (\"id\" integer primary key, \"name\" varchar(2000), \"stock\" integer,"
                            + " \"version\" integer)",
                    "insert into \"item\" select x, repeat('long ' || x, 100), 10, 1 from system_range(0, " + (ROWS - 1)
                            + ")",
                    "checkpoint sync");
        }
        return settings;
    }

    private static RecordStore store(Database database) {
        TablePolicy policy = new TablePolicy(LockingMode.REQUIRED, OnEveryGuard.COUNTER, Set.of());
        return new RecordStore(database, new Catalog(database), Policies.DEFAULT.with(ITEM, policy));
    }

    private static RecordKey key(int id) {
        return new RecordKey(ITEM, Row.of("id", Value.of(id)));
    }

    private static Snapshot read(RecordStore store, int id) {
        return store.find(key(id)).orElseThrow();
    }
}
