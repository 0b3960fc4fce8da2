package dev.concord.bench.paging;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table of many rows, the same in every database: a number as its key, and a town that ninety rows share, with an index. Made when it is
 * first asked for, which takes minutes.
 */
public enum LongTable {
    H2("H2 file", Engine.H2) {
        @Override
        Database create() {
            return TestDatabase.open(TestDatabase.freshH2File());
        }

        @Override
        String numbers() {
            return "select x as n from system_range(1, " + ROWS + ") s";
        }
    },
    POSTGRESQL("PostgreSQL", Engine.POSTGRESQL) {
        @Override
        String numbers() {
            return "select n from generate_series(1, " + ROWS + ") s(n)";
        }
    },
    MARIADB("MariaDB", Engine.MARIADB) {
        @Override
        String numbers() {
            return "select seq as n from seq_1_to_" + ROWS + " s";
        }
    },
    SQLITE("SQLite", Engine.SQLITE) {
        @Override
        String numbers() {
            return "with recursive s(n) as (select 1 union all select n + 1 from s where n < " + ROWS
                    + ") select n from s";
        }
    };

    /** How many rows; a property of the system, for a quick try. */
    public static final long ROWS = Long.getLong("bench.rows", 10_000_000L);

    /** How many rows share a town: a page does not end where a town does. */
    public static final long ROWS_OF_A_TOWN = 90;

    /** The columns, as a statement names them. */
    public static final String COLUMNS = "\"id\", \"name\", \"town\", \"phone\", \"credit\", \"orders\"";

    private static final Map<LongTable, Database> OPEN = new ConcurrentHashMap<>();

    private final String label;
    private final Engine engine;

    LongTable(String label, Engine engine) {
        this.label = label;
        this.engine = engine;
    }

    /** Selects the numbers from 1 on, one for each row, as {@code n}. */
    abstract String numbers();

    Database create() {
        return TestDatabase.open(engine.freshDatabase());
    }

    /** What brings the database's statistics up to date. */
    private String statistics() {
        return switch (engine) {
            case POSTGRESQL -> "vacuum analyze \"customer\"";
            case MARIADB -> "analyze table \"customer\"";
            case H2, SQLITE -> "analyze";
        };
    }

    /** A statement with its names quoted as the database does it. */
    public String written(String statement) {
        return engine == Engine.MARIADB ? statement.replace('"', '`') : statement;
    }

    /** Its name in reports. */
    public String label() {
        return label;
    }

    /** The database, open, with the table {@code customer} in it. */
    public Database database() {
        return OPEN.computeIfAbsent(this, LongTable::filled);
    }

    RecordStore store() {
        return new RecordStore(database(), new Catalog(database()), Policies.DEFAULT);
    }

    /** The table as the catalog knows it. */
    TableId id(RecordStore store) {
        return store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(named -> named.name().equals("customer"))
                .findFirst()
                .orElseThrow();
    }

    /** Reads rows by a statement of JDBC, each value as the driver makes it. */
    public List<Object[]> rows(String statement, long... parameters) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setLong(i + 1, parameters[i]);
            }
            try (ResultSet result = query.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Reads the table's columns by a statement of JDBC, as values. */
    List<Value[]> values(String statement, long parameter) throws SQLException {
        List<Value[]> rows = new ArrayList<>();
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(statement)) {
            query.setLong(1, parameter);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows.add(new Value[] {
                        Value.of(result.getLong(1)),
                        StoredText.ofChars(result.getString(2)),
                        Value.of(result.getLong(3)),
                        StoredText.ofChars(result.getString(4)),
                        Value.of(result.getBigDecimal(5)),
                        Value.of(result.getLong(6))
                    });
                }
            }
        }
        return rows;
    }

    private static Database filled(LongTable table) {
        Database database = table.create();
        String name = table.engine == Engine.MARIADB ? "concat('Customer ', n)" : "'Customer ' || n";
        fill(
                table,
                database,
                table.written(
                        "create table \"customer\" (\"id\" bigint not null primary key, \"name\" varchar(60) not null, "
                                + "\"town\" bigint not null, \"phone\" varchar(20), \"credit\" decimal(10, 2), \"orders\" integer)"),
                table.written("insert into \"customer\" select n, " + name + ", n % " + ROWS / ROWS_OF_A_TOWN
                        + ", '+48 12 555 01 99', 12.50, 7 from (" + table.numbers() + ") numbers"),
                table.written("create index \"customer_town\" on \"customer\" (\"town\")"),
                table.written(table.statistics()));
        return database;
    }

    /** Each of these statements takes longer than Concord lets a server take. */
    private static void fill(LongTable table, Database database, String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            switch (table) {
                case H2 -> statement.execute("set query_timeout 0");
                case POSTGRESQL -> {
                    connection.setNetworkTimeout(Runnable::run, 0);
                    statement.execute("set statement_timeout = 0");
                }
                case MARIADB -> {
                    connection.setNetworkTimeout(Runnable::run, 0);
                    statement.execute("set max_statement_time = 0");
                }
                case SQLITE -> {}
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
