package dev.concord.bench.window;

import dev.concord.bench.dialog.DialogBenchmark;
import javafx.application.Platform;

/** Runs the benchmarks of the window but those of scrolling, which need a JVM of their own: {@code mvn -Pbench verify}. */
public final class WindowBenchmarks {
    private WindowBenchmarks() {}

    /** Measures what the system property {@code bench} chooses. */
    public static void main(String[] arguments) throws Exception {
        FxThread.start();
        DialogBenchmark.run();
        LongTextBenchmark.run();
        PasteBenchmark.run();
        TableListBenchmark.run();
        LookupBenchmark.run();
        FormBenchmark.run();
        JumpBenchmark.run();
        FilterBenchmark.run();
        HeapBenchmark.run();
        Platform.exit();
    }
}
