package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.TableId;
import dev.concord.database.ServerIdentity;
import dev.concord.database.ServerSession;
import dev.concord.database.SessionConnection;
import dev.concord.dialect.Dialect;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.value.LargeValueSummary;
import dev.concord.value.ValueTransfer.ColumnReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;

/** Runs statements on one connection, during one transaction or one statement. Used by one thread at a time. */
public final class Transaction {
    private final Connection connection;
    private final Rendering rendering;
    private final ServerIdentity server;

    Transaction(Connection connection, Rendering rendering, ServerIdentity server) {
        this.connection = connection;
        this.rendering = rendering;
        this.server = server;
    }

    /** The rows a statement delivered. */
    public record Answer(List<Row> rows) {
        public Optional<Row> first() {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
        }
    }

    /** Runs a statement that delivers rows. */
    public Answer rows(RenderedStatement prepared, BoundParameters parameters) throws SQLException {
        List<Row> rows = new ArrayList<>(1);
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            parameters.bind(statement, rendering.transfer());
            try (ResultSet result = statement.executeQuery()) {
                ColumnReader[] readers = readers(prepared);
                while (result.next()) {
                    rows.add(row(result, prepared, readers));
                }
            }
        }
        if (prepared.later().isPresent()) {
            for (int i = 0; i < rows.size(); i++) {
                rows.set(i, completed(rows.get(i), prepared.later().get()));
            }
        }
        return new Answer(rows);
    }

    /** Puts the too large values into a row that was read without their marks. */
    private Row completed(Row row, LaterMarks later) throws SQLException {
        boolean mayBeLarge = later.marks().stream()
                .flatMap(part -> part.columns().stream())
                .anyMatch(column -> row.get(column.name()).isNull());
        if (!mayBeLarge || !marks(later.any(), row, later.key(), 1).getFirst().equals("1")) {
            return row;
        }
        Row whole = row;
        for (LaterMarks.Part part : later.marks()) {
            List<String> marks =
                    marks(part.sql(), row, later.key(), part.columns().size());
            for (int i = 0; i < marks.size(); i++) {
                if (!marks.get(i).isEmpty()) {
                    Column column = part.columns().get(i);
                    whole = whole.with(column.name(), LargeValueSummary.read(marks.get(i), column));
                }
            }
        }
        return whole;
    }

    /** Returns the columns of one row's result as texts; NULL, and a row that is gone, as empty texts. */
    private List<String> marks(String sql, Row row, List<LaterMarks.KeyColumn> key, int count) throws SQLException {
        String where = key.stream()
                .map(each -> each.quoted() + " = "
                        + rendering
                                .transfer()
                                .placeholder(
                                        each.column(), row.get(each.column().name())))
                .collect(Collectors.joining(" and ", " where ", ""));
        try (PreparedStatement statement = connection.prepareStatement(sql + where)) {
            for (int i = 0; i < key.size(); i++) {
                Column column = key.get(i).column();
                rendering.transfer().bind(statement, i + 1, column, row.get(column.name()));
            }
            try (ResultSet result = statement.executeQuery()) {
                boolean found = result.next();
                List<String> texts = new ArrayList<>(count);
                for (int i = 1; i <= count; i++) {
                    String text = found ? result.getString(i) : null;
                    texts.add(text == null ? "" : text);
                }
                return texts;
            }
        }
    }

    /** Runs a statement that changes rows, and returns the number of rows it has met. */
    public int write(RenderedStatement prepared, BoundParameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            parameters.bind(statement, rendering.transfer());
            return statement.executeUpdate();
        }
    }

    /** Runs a statement as a JDBC batch, once for each set of parameters; returns the driver's count of rows for each. */
    public int[] writeAll(RenderedStatement prepared, List<BoundParameters> all) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            for (BoundParameters parameters : all) {
                parameters.bind(statement, rendering.transfer());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Inserts a row and returns the key the database generated, for MySQL; empty when it generated none. */
    public OptionalLong insert(RenderedStatement prepared, BoundParameters parameters) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(prepared.sql(), Statement.RETURN_GENERATED_KEYS)) {
            parameters.bind(statement, rendering.transfer());
            statement.executeUpdate();
            try (ResultSet made = statement.getGeneratedKeys()) {
                return made.next() ? OptionalLong.of(made.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Returns the names of the columns a query delivers. */
    public List<String> columnsOf(RenderedStatement query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql());
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData about = result.getMetaData();
            List<String> names = new ArrayList<>(about.getColumnCount());
            for (int i = 1; i <= about.getColumnCount(); i++) {
                names.add(about.getColumnLabel(i));
            }
            return names;
        }
    }

    /** Runs a query and returns the first column of its first row. */
    public String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /**
     * Repeats a query of PostgreSQL until its result changes from a temporary one or the time is over; returns the last result.
     *
     * @param temporary the result to wait out
     * @param seconds the longest wait
     */
    String textOnceChanged(String temporary, int seconds, String sql) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String text = text(sql);
        while (text.equals(temporary) && System.nanoTime() < deadline) {
            execute("select pg_sleep(0.01)");
            text = text(sql);
        }
        return text;
    }

    /** Runs a command that returns nothing, such as one that changes a setting of the session. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the dialect of the database. */
    Dialect dialect() {
        return rendering.dialect();
    }

    /** Returns how long the connection waits for an answer of the server, in milliseconds; 0 without a limit. */
    int networkTimeout() throws SQLException {
        return connection.getNetworkTimeout();
    }

    /** Sets how long the connection waits for an answer of the server, in milliseconds; 0 for no limit. */
    void limitNetwork(int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }

    /** Whether the database runs in this process, so that a statement needs no round trip. */
    public boolean inProcess() throws SQLException {
        return rendering.dialect() == Dialect.H2
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal;
    }

    /** Whether a row of the table that an update has returned is the row as it stays; for a database in this process. */
    public boolean leavesReturnedRows(TableId table) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && LaterTriggers.none(session, table);
    }

    /** Returns the number of the PostgreSQL process that serves this connection alone; empty where a pooler is on the way. */
    public OptionalInt process() throws SQLException {
        return SessionConnection.session(connection) instanceof ServerSession.Own
                ? OptionalInt.of(connection.unwrap(PGConnection.class).getBackendPID())
                : OptionalInt.empty();
    }

    /** Returns the server that carries out the statements. */
    public ServerIdentity server() {
        return server;
    }

    /** Returns jOOQ on this connection, for statements too rare or too different from each other to be cached. */
    public DSLContext dsl() {
        return rendering.on(connection);
    }

    private ColumnReader[] readers(RenderedStatement prepared) {
        List<Column> columns = prepared.reads();
        ColumnReader[] readers = new ColumnReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = rendering.transfer().reader(columns.get(i));
        }
        return readers;
    }

    private static Row row(ResultSet result, RenderedStatement prepared, ColumnReader[] readers) throws SQLException {
        Value[] values = new Value[readers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers[i].read(result, i + 1);
        }
        Row row = Row.owning(prepared.names(), values);
        for (int i = 0; i < prepared.marked().size(); i++) {
            String mark = result.getString(values.length + i + 1);
            if (mark != null) {
                Column column = prepared.marked().get(i);
                row = row.with(column.name(), LargeValueSummary.read(mark, column));
            }
        }
        return row;
    }
}
