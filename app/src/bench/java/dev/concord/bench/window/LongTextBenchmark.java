package dev.concord.bench.window;

import com.sun.management.ThreadMXBean;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

/** The FX thread's time, and what it allocates, while a field of the form is given a text of five megabytes. */
final class LongTextBenchmark {
    private static final int CHARACTERS = 5_000_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final double MEGABYTE = 1 << 20;

    private LongTextBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("a text of 5 MB in the form");
        if (!report.wanted("opened")) {
            return;
        }
        report.begin();
        measure(report, "one line", "words without an end ".repeat(CHARACTERS / 21));
        measure(report, "lines of 64 characters", ("x".repeat(63) + "\n").repeat(CHARACTERS / 64));
        report.publish();
    }

    private static void measure(WindowReport report, String name, String text) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fx = FxThread.call(() -> Thread.currentThread().threadId());
        List<Double> times = new ArrayList<>();
        List<Double> allocated = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Value value = Value.of(text + round);
            ValueEditor editor = FxThread.call(() -> ValueEditors.forColumn(column(), GridWindow.TEXTS));
            Stage stage = FxThread.call(() -> {
                Stage shown = new Stage();
                Scene scene = new Scene(new ScrollPane(editor.node()), 600, 800);
                scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
                shown.setScene(scene);
                shown.show();
                return shown;
            });
            FxThread.painted(() -> {}, () -> true);
            long bytes = threads.getThreadAllocatedBytes(fx);
            double time = FxThread.call(() -> {
                long begun = System.nanoTime();
                editor.value().set(value);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return (System.nanoTime() - begun) / FxThread.NANOS_PER_MILLI;
            });
            FxThread.painted(() -> {}, () -> true);
            double used = (threads.getThreadAllocatedBytes(fx) - bytes) / MEGABYTE;
            if (round >= WARM_UP) {
                times.add(time);
                allocated.add(used);
            }
            FxThread.run(stage::hide);
        }
        report.add(name + ", opened: FX thread (ms)", FxThread.median(times), 300);
        report.add(name + ", opened: allocated (MB)", FxThread.median(allocated), 50);
    }

    private static Column column() {
        return new Column(
                "memo", "text", ValueKind.TEXT, 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "");
    }
}
