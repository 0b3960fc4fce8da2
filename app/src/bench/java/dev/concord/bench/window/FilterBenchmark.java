package dev.concord.bench.window;

import dev.concord.bench.paging.LongTable;
import dev.concord.query.ColumnCondition;
import dev.concord.query.RowFilter;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Filters a table of ten million rows in a window, by an indexed column, until its first rows are painted. */
final class FilterBenchmark {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;
    private static final String TOWN = "town";

    private FilterBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("filter of a long table");
        List<LongTable> tables = Stream.of(LongTable.values())
                .filter(table -> report.wanted(table.label()))
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        report.begin();
        for (LongTable table : tables) {
            filter(report, table);
        }
        report.publish();
    }

    private static void filter(WindowReport report, LongTable table) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        try (GridWindow window = GridWindow.of(table.database(), "customer")) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long town = LongTable.ROWS / LongTable.ROWS_OF_A_TOWN / 2 + round * 7L;
                // Whoever filters has the rows before him: nothing of the last filter is counted or painted any more.
                FxThread.painted(() -> {}, () -> window.work.running().isEmpty());
                FxThread.painted(() -> {}, () -> true);
                long begun = System.nanoTime();
                table.rows(
                        table.written("select " + LongTable.COLUMNS
                                + " from \"customer\" where \"town\" = ? order by \"id\" limit 200"),
                        town + 1);
                double query = (System.nanoTime() - begun) / FxThread.NANOS_PER_MILLI;
                double time =
                        FxThread.painted(() -> window.rows.filterBy(equal(town)), () -> window.rows.rows().stream()
                                .findFirst()
                                .filter(row -> row.get(TOWN).equals(Value.of(town)))
                                .isPresent());
                if (round >= WARM_UP) {
                    ours.add(time);
                    bare.add(query);
                }
            }
        }
        double query = FxThread.median(bare);
        report.add(table.label() + ": the bare query (ms)", query);
        report.add(table.label() + ": first row painted (ms)", FxThread.median(ours), 1.3 * query + 50);
    }

    private static RowFilter equal(long town) {
        return new RowFilter(
                List.of(new ColumnCondition(
                        TOWN, List.of(new ColumnCondition.Compared(ColumnCondition.Relation.EQUAL, Value.of(town))))),
                "");
    }
}
