package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** Where statements run: one connection, for the time of one transaction or one statement. One thread at a time. */
final class Transaction {
    private final Connection connection;
    private final Rendering rendering;

    Transaction(Connection connection, Rendering rendering) {
        this.connection = connection;
        this.rendering = rendering;
    }

    /** Runs a statement that delivers rows. */
    List<Row> rows(Prepared prepared, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            parameters.bind(statement, rendering.transfer());
            try (ResultSet result = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>(1);
                while (result.next()) {
                    rows.add(row(result, prepared.reads()));
                }
                return rows;
            }
        }
    }

    /** Runs a statement that delivers one row at most, or several of which only the first matters. */
    Optional<Row> row(Prepared prepared, Parameters parameters) throws SQLException {
        return rows(prepared, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows, and returns how many it met. */
    int write(Prepared prepared, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            parameters.bind(statement, rendering.transfer());
            return statement.executeUpdate();
        }
    }

    /** Runs a statement once for each set of parameters, and returns how many rows each met, as the driver tells it. */
    int[] writeAll(Prepared prepared, List<Parameters> all) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prepared.sql())) {
            for (Parameters parameters : all) {
                parameters.bind(statement, rendering.transfer());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Inserts a row and returns the key the database made for it, for MySQL; empty when it made none. */
    OptionalLong insert(Prepared prepared, Parameters parameters) throws SQLException {
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
    List<String> columnsOf(Prepared query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql());
                ResultSet result = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnLabel(i));
            }
            return names;
        }
    }

    /** Asks for one text, or sets a setting of the session and tells of it. */
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Sets a setting of the session. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For statements too rare or too various to be kept. */
    DSLContext dsl() {
        return rendering.on(connection);
    }

    private Row row(ResultSet result, List<Column> columns) throws SQLException {
        LinkedHashMap<String, Value> values = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            values.put(column.name(), rendering.transfer().read(result, i + 1, column));
        }
        return new Row(values);
    }
}
