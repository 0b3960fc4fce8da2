package dev.concord.bench.window;

import dev.concord.database.Database;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollBar;

/** Jumps in the window of a table of ten million rows to a place by its scroll bar. */
final class JumpBenchmark {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;
    private static final double PLACE = 0.73;

    /** Most milliseconds until the rows at a place are painted. */
    private static final double MOST_TO_PAINT = 150;

    private JumpBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("window over a long table");
        if (!report.wanted("drag")) {
            return;
        }
        report.begin();
        try (Database database = LongFile.customers();
                GridWindow window = GridWindow.of(database, "CUSTOMER")) {
            drag(report, window);
        }
        report.publish();
    }

    private static void drag(WindowReport report, GridWindow window) throws Exception {
        ScrollBar bar = window.bar();
        // The number of rows is known by then, as it is to a person who has the window before him.
        FxThread.painted(() -> {}, () -> bar.getMax() > LongFile.ROWS * 0.9);
        List<Double> times = new ArrayList<>();
        List<Double> exact = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double place = Math.floor(LongFile.ROWS * PLACE) + round * 5_000.0;
            Row[] first = {FxThread.call(() -> window.rows.rows().getFirst())};
            Row before = first[0];
            long begun = System.nanoTime();
            double time = FxThread.painted(() -> bar.setValue(place), () -> {
                // Later the rows before it may be loaded as well.
                first[0] = first[0].equals(before) ? window.rows.rows().getFirst() : first[0];
                return !first[0].equals(before);
            });
            long number = number(first[0]);
            FxThread.painted(() -> {}, () -> Math.abs(bar.getValue() - number) < 2);
            if (round >= WARM_UP) {
                times.add(time);
                off.add(100.0 * Math.abs(place - number) / LongFile.ROWS);
                exact.add((System.nanoTime() - begun) / FxThread.NANOS_PER_MILLI);
            }
        }
        report.add("drag to 73 %: until painted (ms), median", FxThread.median(times), MOST_TO_PAINT);
        report.add("drag to 73 %: until painted (ms), slowest", FxThread.most(times));
        report.add("drag to 73 %: row number off at once (% of the rows), most", FxThread.most(off), 0.5);
        report.add("drag to 73 %: until the number is exact (ms), slowest", FxThread.most(exact), 5_000);
    }

    /** How many rows are before one, from the way the table was made. */
    private static long number(Row row) {
        long id = Long.parseLong(row.get("ID").text());
        return id < LongFile.ROWS * 2 ? id / 3 - 1 : id - LongFile.ROWS * 3 - 1;
    }
}
