package dev.concord.bench.paging;

import dev.concord.bench.Comparison;
import dev.concord.bench.Contest;
import dev.concord.bench.Goal;
import dev.concord.bench.Rounds;
import dev.concord.bench.Trial;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.Position;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A page of 200 rows somewhere in a long table, by its key or by an indexed column with duplicates. */
@State(Scope.Benchmark)
public class PageBenchmark {
    private static final int PAGE = 200;

    /** So many neighbouring keys take turns; a page is shorter than the rest of the table behind all of them. */
    private static final long KEYS = 50;

    /** Where in the table. */
    public enum Depth {
        START(0),
        MIDDLE(0.5),
        END(0.99);

        private final double part;

        Depth(double part) {
            this.part = part;
        }
    }

    /** Which database. */
    @Param
    public LongTable table = LongTable.H2;

    /** Where in the table. */
    @Param
    public Depth depth = Depth.START;

    /** In the order of which column. */
    @Param({"id", "town"})
    public String column = "id";

    private long value;
    private long calls;
    private String bare = "";

    @SuppressWarnings("NullAway.Init") // JMH sets it up before anything is measured.
    private RecordStore store;

    @SuppressWarnings("NullAway.Init")
    private PageRequest first;

    /** The comparison: at each depth, and the end against the start. */
    public static Comparison comparison(Rounds rounds) {
        List<Contest> contests = new ArrayList<>();
        for (LongTable table : LongTable.values()) {
            if (table == LongTable.H2) {
                contests.add(new Contest(
                        "H2 file, by key: middle, values made by hand / bare query",
                        trial("valuesByHand", table, Depth.MIDDLE, "id"),
                        trial("bareQuery", table, Depth.MIDDLE, "id"),
                        new Goal.None()));
            }
            for (String column : List.of("id", "town")) {
                String name = table.label() + ", by " + (column.equals("id") ? "key" : "town") + ": ";
                for (Depth depth : Depth.values()) {
                    contests.add(new Contest(
                            name + depth.name().toLowerCase(Locale.ROOT) + " / bare query",
                            trial("concord", table, depth, column),
                            trial("bareQuery", table, depth, column),
                            new Goal.TimeAtMost(1.3)));
                }
                contests.add(new Contest(
                        name + "end / start",
                        trial("concord", table, Depth.END, column),
                        trial("concord", table, Depth.START, column),
                        new Goal.TimeAtMost(1.5)));
            }
        }
        return new Comparison("page of 200 rows of " + LongTable.ROWS, rounds, contests);
    }

    private static Trial trial(String method, LongTable table, Depth depth, String column) {
        return new Trial(
                PageBenchmark.class, method, Map.of("table", table.name(), "depth", depth.name(), "column", column));
    }

    /** Opens the database, which is filled the first time. */
    @Setup
    public void open() {
        store = table.store();
        long most = column.equals("id") ? LongTable.ROWS : LongTable.ROWS / LongTable.ROWS_OF_A_TOWN;
        value = (long) (most * depth.part);
        List<Sort> order = column.equals("id") ? List.of() : List.of(new Sort(column, true));
        first = PageRequest.first(table.id(store), order, PAGE);
        String by = column.equals("id") ? "\"id\"" : "\"town\", \"id\"";
        bare = table.written("select " + LongTable.COLUMNS + " from \"customer\" where \"" + column
                + "\" >= ? order by " + by + " limit " + PAGE);
    }

    /** Another key each time: H2 keeps the result of a query that is repeated on an unchanged table. */
    private long key() {
        return value + calls++ % KEYS;
    }

    /** As the window reads it. */
    @Benchmark
    public Object concord() {
        return store.page(first.after(Position.before(Row.of(column, Value.of(key())))));
    }

    /**
     * The same statement, its cells made values of Concord in a loop written for these columns: what any reading of values takes, and so
     * the least that a page can.
     */
    @Benchmark
    public Object valuesByHand() throws SQLException {
        return table.values(bare, key());
    }

    /** The statement a program for this table alone would send, its values read into an array. */
    @Benchmark
    public Object bareQuery() throws SQLException {
        return table.rows(bare, key());
    }
}
