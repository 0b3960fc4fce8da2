package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.query.PageRequest;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow queries that were abandoned, in a database whose pool has eight connections. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AbandonedReadsTest {
    private static final int POOL = 8;
    private static final String SLOW =
            "create view slow as select count(*) n from system_range(1, 1000000) a, system_range(1, 1000000) b;"
                    + "create table quick (id int primary key); insert into quick values (1)";

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Work work = Work.of(
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()), fx::add, faults::add);
    private final Database database = ((OpenOutcome.Opened)
                    DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID())))
            .database();
    private final RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void leaveTheConnectionsToTheNextRead() throws SQLException, InterruptedException {
        Scripts.run(database, List.of(SLOW));
        store.guardOf(new TableId("PUBLIC", "SLOW"));
        BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            work.read(
                    "Reading",
                    () -> {
                        readers.add(Thread.currentThread());
                        return rowsOf("SLOW");
                    },
                    rows::add);
        }
        for (int i = 0; i < POOL; i++) {
            Thread reader = readers.take();
            while (!runsStatement(reader)) {
                Thread.onSpinWait();
            }
        }
        try (LogLines log = LogLines.of(Work.class)) {
            work.abandonReads();
            work.read("Reading", () -> rowsOf("QUICK"), rows::add);
            for (int answer = 0; answer < POOL + 1; answer++) {
                fx.take().run();
            }
            assertThat(rows).containsExactly(1);
            assertThat(log.lines()).as("a cancelled read is no failure").isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    private static boolean runsStatement(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("dev.concord.database.CancellableConnection"));
    }

    private int rowsOf(String table) {
        return store.page(PageRequest.first(new TableId("PUBLIC", table), List.of(), 10))
                .rows()
                .size();
    }
}
