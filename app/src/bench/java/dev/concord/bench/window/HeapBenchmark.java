package dev.concord.bench.window;

import dev.concord.database.Database;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** The live heap of a window that has read ten thousand pages, against the same after the first one. */
final class HeapBenchmark {
    private static final int PAGES = 10_000;
    private static final int COLLECTIONS = 4;
    private static final double MEGABYTE = 1 << 20;

    private HeapBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("heap of pages");
        if (!report.wanted("pages")) {
            return;
        }
        report.begin();
        try (Database database = LongFile.customers();
                GridWindow window = GridWindow.of(database, "CUSTOMER")) {
            double first = live();
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            FxThread.run(() -> readOn(window, PAGES - 1, done));
            done.get();
            FxThread.painted(() -> {}, () -> true);
            double last = live();
            report.add("live heap after the first page (MB)", first / MEGABYTE);
            report.add("live heap after " + PAGES + " pages (MB)", last / MEGABYTE);
            report.add("live heap after " + PAGES + " pages / after the first", last / first, 1.1);
        }
        report.publish();
    }

    /** Reads page after page, as fast as they come; the window lays them out in between. */
    private static void readOn(GridWindow window, int pages, CompletableFuture<Boolean> done) {
        if (pages == 0) {
            done.complete(true);
        } else if (window.rows.loading().get()) {
            Platform.runLater(() -> readOn(window, pages, done));
        } else {
            window.rows.loadMore();
            Platform.runLater(() -> readOn(window, pages - 1, done));
        }
    }

    private static double live() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
