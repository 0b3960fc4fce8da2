package dev.concord.bench.window;

import dev.concord.database.Database;
import dev.concord.query.ColumnCondition;
import dev.concord.query.RowFilter;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollBar;

/** Jumps in the window of a table of ten million rows: to a place by its scroll bar, and to the rows of a filter. */
final class JumpBenchmark {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;
    private static final double PLACE = 0.73;

    /** Most milliseconds until the rows at a place are painted. */
    private static final double MOST_TO_PAINT = 150;

    private JumpBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("window over a long table");
        if (!report.wanted("drag") && !report.wanted("filter")) {
            return;
        }
        report.begin();
        try (Database database = LongFile.customers();
                GridWindow window = GridWindow.of(database, "CUSTOMER")) {
            if (report.wanted("drag")) {
                drag(report, window);
            }
            if (report.wanted("filter")) {
                filter(report, database, window);
            }
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

    private static void filter(WindowReport report, Database database, GridWindow window) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long town = LongFile.ROWS / LongFile.ROWS_OF_A_TOWN / 2 + round * 7L;
            long begun = System.nanoTime();
            query(database, town + 1);
            double query = (System.nanoTime() - begun) / FxThread.NANOS_PER_MILLI;
            RowFilter filter = new RowFilter(
                    List.of(new ColumnCondition(
                            "TOWN",
                            List.of(new ColumnCondition.Compared(ColumnCondition.Relation.EQUAL, Value.of(town))))),
                    "");
            double time = FxThread.painted(() -> window.rows.filterBy(filter), () -> window.rows.rows().stream()
                    .findFirst()
                    .filter(row -> row.get("TOWN").equals(Value.of(town)))
                    .isPresent());
            if (round >= WARM_UP) {
                ours.add(time);
                bare.add(query);
            }
        }
        double query = FxThread.median(bare);
        report.add("filter on an indexed column: the bare query (ms)", query);
        report.add("filter on an indexed column: first row painted (ms)", FxThread.median(ours), 1.3 * query + 50);
    }

    private static int query(Database database, long town) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select * from customer where town = ? order by id limit 200")) {
            query.setLong(1, town);
            int rows = 0;
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    for (int i = 1; i <= 6; i++) {
                        result.getObject(i);
                    }
                    rows++;
                }
            }
            return rows;
        }
    }
}
