package dev.concord.bench.records;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.BatchOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import dev.concord.store.RecordStore;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The save of a pasted block: ten columns of a thousand rows changed in one transaction. The table has no version column. */
@State(Scope.Benchmark)
public class PastedBlockBenchmark {
    private static final int ROWS = 1000;
    private static final List<String> COLUMNS =
            IntStream.rangeClosed(1, 10).mapToObj(i -> "c" + i).toList();
    private static final String UPDATE =
            COLUMNS.stream().map(column -> quoted(column) + " = ?").collect(Collectors.joining(", "));

    /** Where. */
    @Param
    public Place place = Place.H2_FILE;

    private int calls;
    private List<Snapshot> rows = List.of();
    private List<Draft> drafts = List.of();
    private List<String> cells = List.of();

    @SuppressWarnings("NullAway.Init") // JMH sets it up before anything is measured.
    private RecordStore store;

    /** Makes a table for each way and reads the rows of ours. */
    @Setup
    public void open() {
        Database database = place.database();
        for (String table : List.of("pasted", "written")) {
            String columns = COLUMNS.stream()
                    .map(column -> quoted(column) + " varchar(40)")
                    .collect(Collectors.joining(", "));
            TestDatabase.execute(
                    database,
                    "drop table if exists " + quoted(table),
                    "create table " + quoted(table) + " (\"id\" integer not null primary key, " + columns + ")",
                    IntStream.range(0, ROWS)
                            .mapToObj(id -> "(" + id + ", 'before'".repeat(COLUMNS.size()) + ")")
                            .collect(Collectors.joining(", ", "insert into " + quoted(table) + " values ", "")));
        }
        TableId table = new TableId(database.dialect() == Dialect.H2 ? "PUBLIC" : "public", "pasted");
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        List<RecordKey> keys = IntStream.range(0, ROWS)
                .mapToObj(id -> new RecordKey(table, Row.of("id", Value.of(id))))
                .toList();
        rows = List.copyOf(store.findAll(table, keys).values());
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** What is pasted, other cells each time: as drafts, and as texts. */
    @Setup(Level.Invocation)
    public void paste() {
        calls++;
        cells = COLUMNS.stream().map(column -> "pasted " + column + " " + calls).toList();
        drafts = rows.stream().map(this::pasted).toList();
    }

    private Draft pasted(Snapshot row) {
        Draft draft = Draft.of(row);
        for (int i = 0; i < COLUMNS.size(); i++) {
            draft = draft.with(COLUMNS.get(i), Value.of(cells.get(i)));
        }
        return draft;
    }

    /** Every row compared with what was read, and read back with its next token. */
    @Benchmark
    public Object concord() {
        BatchOutcome outcome = store.saveAll(drafts, BatchPolicy.ABORT_ALL);
        if (!outcome.complete()) {
            throw new IllegalStateException(outcome.saved() + " rows of " + rows.size() + " saved");
        }
        rows = outcome.entries().stream()
                .map(entry -> ((BatchOutcome.Saved) entry).snapshot())
                .toList();
        return rows;
    }

    /** JDBC's batch, nothing compared and nothing read, in one transaction. */
    @Benchmark
    public int[] jdbcUnguarded() throws SQLException {
        try (Connection connection = place.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                    connection.prepareStatement("update \"written\" set " + UPDATE + " where \"id\" = ?")) {
                for (int id = 0; id < ROWS; id++) {
                    for (int i = 0; i < COLUMNS.size(); i++) {
                        update.setString(i + 1, cells.get(i));
                    }
                    update.setInt(COLUMNS.size() + 1, id);
                    update.addBatch();
                }
                int[] counts = update.executeBatch();
                connection.commit();
                return counts;
            }
        }
    }
}
