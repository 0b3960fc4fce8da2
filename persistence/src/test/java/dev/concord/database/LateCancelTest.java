package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A request to cancel a read that comes when the statement is about to end. H2 keeps the statement with the request, and would cancel
 * the next one of the same text, which somebody else waits for.
 */
public class LateCancelTest {
    private static volatile CountDownLatch reached = new CountDownLatch(1);
    private static volatile CountDownLatch released = new CountDownLatch(1);

    /** Called by a statement of the database. */
    public static int gate(int value) throws InterruptedException {
        reached.countDown();
        released.await();
        return value;
    }

    @Test
    void aLateRequestToCancelDoesNotCancelTheNextReadOfTheSameText() throws Exception {
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:mem:late-cancel");
        try (Database database = ((OpenOutcome.Opened) DatabaseOpener.open(settings)).database();
                ExecutorService background = Executors.newCachedThreadPool()) {
            database.read(connection -> connection
                    .createStatement()
                    .execute("create alias gate for \"" + LateCancelTest.class.getName() + ".gate\""));
            Cancellation cancellation = new Cancellation();
            Future<Integer> first = background.submit(() -> cancellation.call(() -> answer(database, 1)));
            reached.await();
            Future<?> cancel = background.submit(cancellation::cancel);
            while (!cancellation.isCancelled()) {
                Thread.onSpinWait();
            }
            // The first request has been made once the canceller waits for the statement to end.
            while (!cancel.isDone() && !waiting()) {
                Thread.onSpinWait();
            }
            released.countDown();
            assertThat(first.get()).as("ended before it saw the request").isEqualTo(1);
            cancel.get();
            for (int again = 2; again < 50; again++) {
                int value = again;
                assertThat(new Cancellation().call(() -> answer(database, value)))
                        .isEqualTo(value);
            }
        }
    }

    private static boolean waiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread ->
                        thread.getName().startsWith("pool-") && thread.getState() == Thread.State.TIMED_WAITING);
    }

    private static int answer(Database database, int value) throws Exception {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("select max(gate(?)) from system_range(1, ?)")) {
                statement.setInt(1, value);
                // H2 looks after many rows whether it is to stop.
                statement.setInt(2, value == 1 ? 1 : 1_000);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }
}
