package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.database.Cancellation;
import dev.concord.dialect.Dialect;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.sql.Transactions;
import dev.concord.testing.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;

/** Reads that nobody waits for any more are cancelled in the database, so that they keep no connection of the pool. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CancelledReadTest {
    private static final int POOL = 8;

    @OnEveryEngine
    void slowReadsThatAreCancelledLeaveThePoolToOthers(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Transactions transactions = new Transactions(shop.database());
            List<Cancellation> cancellations = new ArrayList<>();
            List<FutureTask<String>> reads = new ArrayList<>();
            for (int i = 0; i < POOL; i++) {
                cancellations.add(new Cancellation());
                reads.add(begun(
                        cancellations.getLast(),
                        () -> transactions.read(transaction -> transaction.text(slow(shop.dialect())))));
            }
            for (Cancellation cancellation : cancellations) {
                cancellation.cancel();
            }
            for (FutureTask<String> read : reads) {
                assertThatThrownBy(read::get).hasCauseInstanceOf(CancellationException.class);
            }
            assertThat(shop.item().row().get("name")).isEqualTo(Value.of("tea"));
            shop.saved(Draft.of(shop.item()).with("stock", Value.of(1)));
        }
    }

    /** The way of pages and of the catalog, whose statements jOOQ runs. */
    @OnEveryEngine
    void aPageThatIsCancelledIsNotReadToItsEnd(Engine engine) throws Exception {
        try (Shop shop = new Shop(engine, "create view \"slow\" as " + slow(engine.dialect()))) {
            RecordStore store = shop.store();
            PageRequest request = PageRequest.first(shop.id("slow"), List.of(), 10);
            store.guardOf(request.table());
            Cancellation cancellation = new Cancellation();
            FutureTask<Page> page = begun(cancellation, () -> store.page(request));
            cancellation.cancel();
            assertThatThrownBy(page::get).hasCauseInstanceOf(CancellationException.class);
        }
    }

    @OnEveryEngine
    void whatIsCancelledBeforeItBeginsReadsNothing(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();
            assertThatThrownBy(() -> cancellation.call(shop::item)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(
                            () -> cancellation.call(() -> shop.store().catalog().tables()))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** What becomes of a write is known at its end only. */
    @OnEveryEngine
    void aWriteIsNeverCancelled(Engine engine) throws Exception {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(5));
            RecordStore store = shop.store();
            store.dryRun(draft);
            Cancellation cancellation = new Cancellation();
            cancellation.call(() -> {
                cancellation.cancel();
                return store.save(draft);
            });
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(5));
        }
    }

    /** Starts a read, and returns when its statement runs. */
    private static <T> FutureTask<T> begun(Cancellation cancellation, Supplier<T> read) {
        FutureTask<T> task = new FutureTask<>(() -> cancellation.call(read::get));
        // Embedded databases compute in the calling thread: eight virtual threads would wait for a processor each.
        Thread thread = Thread.ofPlatform().daemon().start(task);
        while (!runsStatement(thread)) {
            assertThat(task).isNotDone();
            Thread.onSpinWait();
        }
        return task;
    }

    private static boolean runsStatement(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("dev.concord.database.CancellableConnection"));
    }

    private static String slow(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "select count(*) as \"id\" from system_range(1, 1000000) a, system_range(1, 1000000) b";
            case POSTGRESQL -> "select 1 as \"id\" from pg_sleep(600)";
            case MARIADB, MYSQL -> "select sleep(600) as \"id\"";
            case SQLITE ->
                "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) as \"id\" from c";
        };
    }
}
