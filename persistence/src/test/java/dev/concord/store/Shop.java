package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A fresh database of one engine, and a colleague who writes to it with plain SQL. Names in double quotes and the types
 * {@code MOMENT}, {@code LOCALTIME6}, {@code UUIDTYPE} and {@code AUTOKEY} are put into the engine's own words.
 */
public final class Shop implements AutoCloseable {
    private final Database database;
    private final Catalog catalog;
    private final Dialect dialect;
    private Policies policies = Policies.DEFAULT;

    public Shop(Engine engine, String... statements) {
        this(engine, engine.freshDatabase(), statements);
    }

    /** A database that is there already. */
    public Shop(Engine engine, DatabaseSettings settings, String... statements) {
        this.database = TestDatabase.open(settings);
        this.dialect = engine.dialect();
        this.catalog = new Catalog(database);
        sql(statements);
    }

    /** A table {@code item} with a key, a text, a number and a column for each kind of version; row 1 is there. */
    public static Shop withItems(Engine engine) {
        return withItemsAt(engine, engine.freshDatabase());
    }

    /** The same in a database that is there already, and empty. */
    static Shop withItemsAt(Engine engine, DatabaseSettings settings) {
        return new Shop(
                engine,
                settings,
                """
                create table "item" (
                  "id" integer not null primary key,
                  "name" varchar(100),
                  "stock" integer,
                  "version" integer,
                  "updated_at" LOCALTIME6,
                  "row_version" UUIDTYPE)""",
                "insert into \"item\" values (1, 'tea', 10, 1, '2026-01-01 10:00:00', "
                        + "'123e4567-e89b-12d3-a456-426614174000')");
    }

    /** The same table, guarded in the given way. */
    public static Shop withItems(Engine engine, Guard guard) {
        return withItems(engine).guardedBy("item", guard);
    }

    Shop guardedBy(String table, Guard guard) {
        return policy(table, new TablePolicy(LockingMode.REQUIRED, guard, Set.of()));
    }

    public Shop policy(String table, TablePolicy policy) {
        policies = policies.with(id(table), policy);
        return this;
    }

    /** How the table is guarded, its policy being what it is. */
    TableGuard guardOf(String table) {
        return TableGuard.of(policies.of(id(table)), table(table));
    }

    public Database database() {
        return database;
    }

    Dialect dialect() {
        return dialect;
    }

    public RecordStore store() {
        return new RecordStore(database, catalog, policies);
    }

    /** The same with another connection to it, for example another user's. */
    RecordStore storeOf(Database other) {
        return new RecordStore(other, new Catalog(other), policies);
    }

    public Table table(String name) {
        return catalog.table(id(name)).orElseThrow();
    }

    public TableId id(String name) {
        return catalog.tables().stream()
                .map(TableSummary::id)
                .filter(id -> id.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public RecordKey key(String table, Row values) {
        return new RecordKey(id(table), values);
    }

    /** Row 1 of the table as it is now, which must be there. */
    public Snapshot first(String table) {
        return store().find(key(table, Row.of("id", Value.of(1)))).orElseThrow();
    }

    public Snapshot item() {
        return first("item");
    }

    Draft newItem(int id) {
        return Draft.newRow(id("item"))
                .with("id", Value.of(id))
                .with("name", Value.of("new"))
                .with("stock", Value.of(0));
    }

    /** Saves, which must succeed. */
    public Snapshot saved(Draft draft) {
        SaveOutcome outcome = store().save(draft);
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).snapshot();
    }

    /** Inserts, which must succeed. */
    Snapshot inserted(Draft draft) {
        InsertOutcome outcome = store().insert(draft);
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).snapshot();
    }

    /** The colleague. */
    public void sql(String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (backticks()) {
                statement.execute("set @before = @@sql_mode, sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')");
            }
            for (String sql : statements) {
                statement.execute(spelled(sql));
            }
            if (backticks()) {
                statement.execute("set sql_mode = @before");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** So that a test need not wait for the usual five seconds, on every connection the pool has left. */
    void shortenLockTimeouts() throws SQLException {
        onEveryConnection(
                switch (dialect) {
                    case H2 -> "set lock_timeout 100";
                    case POSTGRESQL -> "set lock_timeout = 100";
                    case MARIADB -> "set innodb_lock_wait_timeout = 0";
                    case MYSQL -> "set innodb_lock_wait_timeout = 1";
                    case SQLITE -> "pragma busy_timeout = 100";
                });
    }

    /** So that a busy computer, which may take long between two steps of a test, does not end a wait before the test does. */
    void lengthenLockTimeouts() throws SQLException {
        onEveryConnection(
                switch (dialect) {
                    case H2 -> "set lock_timeout 60000";
                    case POSTGRESQL -> "set lock_timeout = '1min'";
                    case MARIADB, MYSQL -> "set innodb_lock_wait_timeout = 60";
                    case SQLITE -> "pragma busy_timeout = 60000";
                });
    }

    /** Runs a statement on every connection of the pool but one, which a test may be using. */
    void onEveryConnection(String sql) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                Connection connection = database.dataSource().getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    /** The statement with its names quoted as a plain connection understands them. */
    String quoted(String sql) {
        return backticks() ? sql.replace('"', '`') : sql;
    }

    private String spelled(String sql) {
        return sql.replace("LOCALTIME6", backticks() ? "datetime(6)" : "timestamp(6)")
                .replace("MOMENT", moment())
                .replace("UUIDTYPE", dialect == Dialect.SQLITE || dialect == Dialect.MYSQL ? "char(36)" : "uuid")
                .replace("STORED", dialect == Dialect.H2 ? "" : "stored")
                .replace("AUTOKEY", autoKey());
    }

    private boolean backticks() {
        return dialect == Dialect.MARIADB || dialect == Dialect.MYSQL;
    }

    private String moment() {
        return switch (dialect) {
            case H2, POSTGRESQL -> "timestamp(6) with time zone";
            case MARIADB, MYSQL -> "timestamp(6)";
            case SQLITE -> "timestamp";
        };
    }

    private String autoKey() {
        return switch (dialect) {
            case H2, POSTGRESQL -> "integer generated by default as identity primary key";
            case MARIADB, MYSQL -> "integer auto_increment primary key";
            case SQLITE -> "integer primary key";
        };
    }

    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return dialect.name().toLowerCase(Locale.ROOT) + " "
                + policies.byTable().values();
    }
}
