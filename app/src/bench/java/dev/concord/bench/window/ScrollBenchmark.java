package dev.concord.bench.window;

import dev.concord.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Scrolls through tables of fifty and two hundred columns, three rows at each pulse, while further pages are read. It runs in a JVM whose
 * pulses follow each other without a pause ({@code javafx.animation.fullspeed}), so that the time from one to the next is what a pulse
 * takes: layout, and painting by software.
 */
public final class ScrollBenchmark {
    private static final int WARM_UP = 300;
    private static final int PULSES = 1_500;
    private static final int PIXELS = 78;
    private static final double FRAME = 1000.0 / 60;

    private ScrollBenchmark() {}

    /** Runs the measurements chosen by the system property {@code bench}. */
    public static void main(String[] arguments) throws Exception {
        WindowReport report = new WindowReport("scrolling");
        if (report.wanted("50 columns") || report.wanted("200 columns")) {
            report.begin();
            FxThread.start();
            for (int columns : new int[] {50, 200}) {
                if (report.wanted(columns + " columns")) {
                    scroll(report, columns);
                }
            }
            report.publish();
            Platform.exit();
        }
    }

    private static void scroll(WindowReport report, int columns) throws Exception {
        try (Database database = LongFile.wide(columns);
                GridWindow window = GridWindow.of(database, "WIDE")) {
            CompletableFuture<List<Double>> done = new CompletableFuture<>();
            FxThread.run(() -> new Scroller(window.flow(), done).start());
            List<Double> times = done.get();
            long over = times.stream().filter(time -> time > FRAME).count();
            report.add(columns + " columns: pulses over 16.7 ms (%)", 100.0 * over / times.size(), 1);
            report.add(columns + " columns: a pulse (ms), median", FxThread.median(times));
            report.add(columns + " columns: a pulse (ms), slowest", FxThread.most(times));
        }
    }

    /** Scrolls on at every pulse. */
    private static final class Scroller extends AnimationTimer {
        private final VirtualFlow<?> flow;
        private final CompletableFuture<List<Double>> done;
        private final List<Double> times = new ArrayList<>();
        private long last;
        private int pulses;

        Scroller(VirtualFlow<?> flow, CompletableFuture<List<Double>> done) {
            this.flow = flow;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long began = System.nanoTime();
            if (pulses > WARM_UP) {
                times.add((began - last) / FxThread.NANOS_PER_MILLI);
            }
            last = began;
            pulses++;
            flow.scrollPixels(PIXELS);
            if (pulses > WARM_UP + PULSES) {
                stop();
                done.complete(times);
            }
        }
    }
}
