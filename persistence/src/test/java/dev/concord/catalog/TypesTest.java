package dev.concord.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every type of every database, declared for real and read back. */
class TypesTest {

    @Test
    void postgresTypesFindTheirKind() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            TestDatabase.execute(
                    database,
                    "CREATE EXTENSION IF NOT EXISTS citext",
                    "CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'Happy')",
                    "CREATE DOMAIN email AS varchar(80) NOT NULL CHECK (VALUE LIKE '%@%')",
                    "CREATE TABLE t (a_serial serial PRIMARY KEY, a_smallint smallint, a_bigint bigint, a_numeric numeric,"
                            + " a_money_amount numeric(12,4), a_rounded numeric(5,-2), a_real real, a_double double precision,"
                            + " a_text text, a_varchar varchar(7), a_char char(3), a_citext citext, a_bool boolean,"
                            + " a_date date, a_time time, a_timetz timetz, a_timestamp timestamp(3), a_zoned timestamptz,"
                            + " a_uuid uuid, a_json json, a_jsonb jsonb, a_bytea bytea, a_mood mood, a_email email,"
                            + " an_array int[], a_money money, a_point point, an_xml xml, an_interval interval, an_inet inet,"
                            + " a_always int GENERATED ALWAYS AS IDENTITY)");
            Table table = table(database, "public", "t");

            assertThat(kinds(table))
                    .containsEntry("a_serial", ValueKind.INTEGER)
                    .containsEntry("a_smallint", ValueKind.INTEGER)
                    .containsEntry("a_bigint", ValueKind.INTEGER)
                    .containsEntry("a_numeric", ValueKind.DECIMAL)
                    .containsEntry("a_money_amount", ValueKind.DECIMAL)
                    .containsEntry("a_rounded", ValueKind.DECIMAL)
                    .containsEntry("a_real", ValueKind.FLOAT32)
                    .containsEntry("a_double", ValueKind.FLOAT64)
                    .containsEntry("a_text", ValueKind.TEXT)
                    .containsEntry("a_varchar", ValueKind.TEXT)
                    .containsEntry("a_char", ValueKind.TEXT)
                    .containsEntry("a_citext", ValueKind.TEXT)
                    .containsEntry("a_bool", ValueKind.BOOLEAN)
                    .containsEntry("a_date", ValueKind.DATE)
                    .containsEntry("a_time", ValueKind.TIME)
                    .containsEntry("a_timetz", ValueKind.OTHER)
                    .containsEntry("a_timestamp", ValueKind.TIMESTAMP)
                    .containsEntry("a_zoned", ValueKind.ZONED_TIMESTAMP)
                    .containsEntry("a_uuid", ValueKind.UUID)
                    .containsEntry("a_json", ValueKind.JSON)
                    .containsEntry("a_jsonb", ValueKind.JSON)
                    .containsEntry("a_bytea", ValueKind.BINARY)
                    .containsEntry("a_mood", ValueKind.ENUM)
                    .containsEntry("a_email", ValueKind.TEXT)
                    .containsEntry("an_array", ValueKind.OTHER)
                    .containsEntry("a_money", ValueKind.OTHER)
                    .containsEntry("a_point", ValueKind.OTHER)
                    .containsEntry("an_xml", ValueKind.OTHER)
                    .containsEntry("an_interval", ValueKind.OTHER)
                    .containsEntry("an_inet", ValueKind.OTHER);
            assertThat(column(table, "a_serial").generation()).isEqualTo(Column.Generation.IDENTITY);
            assertThat(column(table, "a_always").generation()).isEqualTo(Column.Generation.IDENTITY);
            assertThat(column(table, "a_mood").allowedValues()).containsExactly("sad", "it's ok", "Happy");
            assertThat(column(table, "a_money_amount").size()).isEqualTo(12);
            assertThat(column(table, "a_money_amount").scale()).isEqualTo(4);
            assertThat(column(table, "a_rounded").scale()).isEqualTo(-2);
            assertThat(column(table, "a_numeric").size()).isZero();
            assertThat(column(table, "a_timestamp").scale()).isEqualTo(3);
            assertThat(column(table, "a_zoned").scale()).isEqualTo(6);
            assertThat(column(table, "a_email").size()).isEqualTo(80);
            assertThat(column(table, "a_email").nullable()).isFalse();
            assertThat(column(table, "an_array").typeName()).isEqualTo("integer[]");
        }
    }

    @Test
    void postgresPartitionsAreShownOnceAndMaterializedViewsAreViews() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            TestDatabase.execute(
                    database,
                    "CREATE SCHEMA sales",
                    "CREATE TABLE sales.orders (id int, year int, PRIMARY KEY (id, year)) PARTITION BY LIST (year)",
                    "CREATE TABLE sales.orders_2026 PARTITION OF sales.orders FOR VALUES IN (2026)",
                    "CREATE MATERIALIZED VIEW sales.totals AS SELECT count(*) AS n FROM sales.orders");
            Catalog catalog = new Catalog(database);

            assertThat(catalog.tables())
                    .extracting(s -> s.id().qualifiedName())
                    .containsExactly("sales.orders", "sales.totals");
            assertThat(table(database, "sales", "orders").readOnlyReason()).isEmpty();
            assertThat(table(database, "sales", "totals").readOnlyReason()).contains(Table.ReadOnlyReason.VIEW);
            assertThat(table(database, "sales", "totals").columns()).hasSize(1);
        }
    }

    @Test
    void postgresUserDefinedTypesOfOtherSchemasAreNamedWithTheirSchema() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            TestDatabase.execute(
                    database,
                    "CREATE SCHEMA \"Kinds\"",
                    "CREATE TYPE \"Kinds\".\"Size\" AS ENUM ('S', 'L')",
                    "CREATE TABLE t (id int PRIMARY KEY, size \"Kinds\".\"Size\")");

            assertThat(column(table(database, "public", "t"), "size").typeName())
                    .isEqualTo("\"Kinds\".\"Size\"");
        }
    }

    @Test
    void h2TypesFindTheirKind() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE t (a_tiny TINYINT, an_int INT, a_big BIGINT, a_numeric NUMERIC(12,4), a_decfloat DECFLOAT,"
                            + " a_real REAL, a_double DOUBLE PRECISION, a_char CHAR(3), a_varchar VARCHAR(7),"
                            + " a_quiet VARCHAR_IGNORECASE(9), a_clob CLOB, a_bool BOOLEAN, a_date DATE, a_time TIME(3),"
                            + " a_zoned_time TIME WITH TIME ZONE, a_timestamp TIMESTAMP(9), a_zoned TIMESTAMP WITH TIME ZONE,"
                            + " a_uuid UUID, a_json JSON, a_binary VARBINARY(8), a_blob BLOB, a_mood ENUM('sad', 'it''s ok'),"
                            + " an_array INT ARRAY, an_interval INTERVAL DAY TO SECOND, a_shape GEOMETRY)");
            Table table = table(database, "PUBLIC", "T");

            assertThat(kinds(table))
                    .containsEntry("A_TINY", ValueKind.INTEGER)
                    .containsEntry("AN_INT", ValueKind.INTEGER)
                    .containsEntry("A_BIG", ValueKind.INTEGER)
                    .containsEntry("A_NUMERIC", ValueKind.DECIMAL)
                    .containsEntry("A_DECFLOAT", ValueKind.DECIMAL)
                    .containsEntry("A_REAL", ValueKind.FLOAT32)
                    .containsEntry("A_DOUBLE", ValueKind.FLOAT64)
                    .containsEntry("A_CHAR", ValueKind.TEXT)
                    .containsEntry("A_VARCHAR", ValueKind.TEXT)
                    .containsEntry("A_QUIET", ValueKind.TEXT)
                    .containsEntry("A_CLOB", ValueKind.TEXT)
                    .containsEntry("A_BOOL", ValueKind.BOOLEAN)
                    .containsEntry("A_DATE", ValueKind.DATE)
                    .containsEntry("A_TIME", ValueKind.TIME)
                    .containsEntry("A_ZONED_TIME", ValueKind.OTHER)
                    .containsEntry("A_TIMESTAMP", ValueKind.TIMESTAMP)
                    .containsEntry("A_ZONED", ValueKind.ZONED_TIMESTAMP)
                    .containsEntry("A_UUID", ValueKind.UUID)
                    .containsEntry("A_JSON", ValueKind.JSON)
                    .containsEntry("A_BINARY", ValueKind.BINARY)
                    .containsEntry("A_BLOB", ValueKind.BINARY)
                    .containsEntry("A_MOOD", ValueKind.ENUM)
                    .containsEntry("AN_ARRAY", ValueKind.OTHER)
                    .containsEntry("AN_INTERVAL", ValueKind.OTHER)
                    .containsEntry("A_SHAPE", ValueKind.OTHER);
            assertThat(column(table, "A_MOOD").allowedValues()).containsExactly("sad", "it's ok");
            assertThat(column(table, "A_NUMERIC").size()).isEqualTo(12);
            assertThat(column(table, "A_NUMERIC").scale()).isEqualTo(4);
            assertThat(column(table, "A_TIME").scale()).isEqualTo(3);
            assertThat(column(table, "A_TIMESTAMP").scale()).isEqualTo(9);
            assertThat(column(table, "AN_ARRAY").typeName()).isEqualTo("INTEGER ARRAY");
        }
    }

    @Test
    void mariaDbTypesFindTheirKind() {
        assumeThat(Engine.MARIADB.dialect()).as("MySQL has fewer").isEqualTo(Dialect.MARIADB);
        try (Database database = TestDatabase.open(Engine.MARIADB)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE t (a_flag BOOLEAN, a_tiny TINYINT, a_unsigned TINYINT(1) UNSIGNED, a_big BIGINT UNSIGNED,"
                            + " a_year YEAR, a_decimal DECIMAL(12,4), a_float FLOAT, a_double DOUBLE, a_bit BIT, some_bits BIT(9),"
                            + " a_char CHAR(3), a_varchar VARCHAR(7), a_text TEXT, a_longtext LONGTEXT, a_json JSON,"
                            + " a_date DATE, a_time TIME(3), a_datetime DATETIME(6), a_timestamp TIMESTAMP NULL,"
                            + " a_uuid UUID, an_inet INET6, a_binary VARBINARY(8), a_blob BLOB,"
                            + " a_mood ENUM('sad', 'it''s ok', 'a,b'), a_set SET('x', 'y'), a_point POINT)");
            Table table = table(database, database.label().replaceFirst(".*/", ""), "t");

            assertThat(kinds(table))
                    .containsEntry("a_flag", ValueKind.BOOLEAN)
                    .containsEntry("a_tiny", ValueKind.INTEGER)
                    .containsEntry("a_unsigned", ValueKind.BOOLEAN)
                    .containsEntry("a_big", ValueKind.INTEGER)
                    .containsEntry("a_year", ValueKind.INTEGER)
                    .containsEntry("a_decimal", ValueKind.DECIMAL)
                    .containsEntry("a_float", ValueKind.FLOAT32)
                    .containsEntry("a_double", ValueKind.FLOAT64)
                    .containsEntry("a_bit", ValueKind.BOOLEAN)
                    .containsEntry("some_bits", ValueKind.BINARY)
                    .containsEntry("a_char", ValueKind.TEXT)
                    .containsEntry("a_varchar", ValueKind.TEXT)
                    .containsEntry("a_text", ValueKind.TEXT)
                    .containsEntry("a_longtext", ValueKind.TEXT)
                    .containsEntry("a_json", ValueKind.JSON)
                    .containsEntry("a_date", ValueKind.DATE)
                    .containsEntry("a_time", ValueKind.TIME)
                    .containsEntry("a_datetime", ValueKind.TIMESTAMP)
                    .containsEntry("a_timestamp", ValueKind.ZONED_TIMESTAMP)
                    .containsEntry("a_uuid", ValueKind.UUID)
                    .containsEntry("an_inet", ValueKind.OTHER)
                    .containsEntry("a_binary", ValueKind.BINARY)
                    .containsEntry("a_blob", ValueKind.BINARY)
                    .containsEntry("a_mood", ValueKind.ENUM)
                    .containsEntry("a_set", ValueKind.OTHER)
                    .containsEntry("a_point", ValueKind.OTHER);
            assertThat(column(table, "a_mood").allowedValues()).containsExactly("sad", "it's ok", "a,b");
            assertThat(column(table, "a_time").scale()).isEqualTo(3);
            assertThat(column(table, "a_datetime").scale()).isEqualTo(6);
        }
    }

    @Test
    void aColumnThatMovesByItselfIsToldSoThoughItHasNoDefault() {
        try (Database database = TestDatabase.open(Engine.MARIADB)) {
            TestDatabase.execute(
                    database, "CREATE TABLE t (id INT PRIMARY KEY, moved DATETIME NULL ON UPDATE CURRENT_TIMESTAMP)");
            Table table = table(database, database.label().replaceFirst(".*/", ""), "t");
            assertThat(column(table, "moved").defaultExpression())
                    .hasValueSatisfying(made -> assertThat(made).startsWith("NULL on update current_timestamp"));
        }
    }

    /** The driver takes the type of a result's column for that of its first value, which is none here. */
    @Test
    void sqlitesDefaultsAreFoundBehindAColumnWithoutOne() {
        try (Database database = TestDatabase.open(Engine.SQLITE)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE t (id int NOT NULL PRIMARY KEY, currency char(3) NOT NULL DEFAULT 'EUR', rest text DEFAULT '')");
            Table table = table(database, "", "t");
            assertThat(column(table, "id").defaultExpression()).isEmpty();
            assertThat(column(table, "currency").defaultExpression()).contains("'EUR'");
            assertThat(column(table, "currency").requiredOnInsert()).isFalse();
            assertThat(column(table, "rest").defaultExpression()).contains("''");
        }
    }

    @Test
    void sqliteTypesFollowTheDeclaredWord() {
        try (Database database = TestDatabase.open(Engine.SQLITE)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE t (an_int INT, a_varchar VARCHAR(7), a_text TEXT, a_blob BLOB, a_real REAL, a_double DOUBLE,"
                            + " a_decimal DECIMAL(10,2), a_bool BOOLEAN, a_date DATE, a_datetime DATETIME, a_string STRING,"
                            + " a_json JSON, an_untyped)");
            Table table = table(database, "", "t");

            assertThat(kinds(table))
                    .containsEntry("an_int", ValueKind.INTEGER)
                    .containsEntry("a_varchar", ValueKind.TEXT)
                    .containsEntry("a_text", ValueKind.TEXT)
                    .containsEntry("a_blob", ValueKind.BINARY)
                    .containsEntry("a_real", ValueKind.FLOAT64)
                    .containsEntry("a_double", ValueKind.FLOAT64)
                    .containsEntry("a_decimal", ValueKind.NUMERIC)
                    .containsEntry("a_bool", ValueKind.NUMERIC)
                    .containsEntry("a_date", ValueKind.TEXT)
                    .containsEntry("a_datetime", ValueKind.TEXT)
                    .containsEntry("a_string", ValueKind.TEXT)
                    .containsEntry("a_json", ValueKind.TEXT)
                    .containsEntry("an_untyped", ValueKind.OTHER);
            assertThat(column(table, "a_decimal").typeName()).isEqualTo("DECIMAL");
            assertThat(table.readOnlyReason()).contains(Table.ReadOnlyReason.NO_KEY);
        }
    }

    @Test
    void sqliteKeysOfTablesWithoutRowidAreNeverNull() {
        try (Database database = TestDatabase.open(Engine.SQLITE)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE t (code TEXT, n INTEGER, PRIMARY KEY (code, n)) WITHOUT ROWID",
                    "CREATE VIRTUAL TABLE search USING fts5(body)");

            Table table = table(database, "", "t");
            assertThat(table.columns()).noneMatch(Column::nullable);
            assertThat(table.readOnlyReason()).isEmpty();
            assertThat(new Catalog(database).tables())
                    .extracting(s -> s.id().name())
                    .containsExactly("search", "t");
            assertThat(table(database, "", "search").readOnlyReason()).contains(Table.ReadOnlyReason.NO_KEY);
        }
    }

    @Test
    void sqliteChecksAreReadFromTheStatementThatMadeTheTable() {
        try (Database database = TestDatabase.open(Engine.SQLITE)) {
            TestDatabase.execute(database, """
                    CREATE TABLE t (id INTEGER PRIMARY KEY, -- check (this is no constraint)
                      price NUMERIC CHECK (price > 0 AND (price < 100 OR price = ')')),
                      "check" TEXT, a INT, b INT, CONSTRAINT "a before b" CHECK (a < b))
                    """);

            assertThat(table(database, "", "t").checks())
                    .containsExactly(
                            new Check("", "price > 0 AND (price < 100 OR price = ')')", List.of("price")),
                            new Check("a before b", "a < b", List.of("a", "b")));
        }
    }

    private static Map<String, ValueKind> kinds(Table table) {
        Map<String, ValueKind> kinds = new LinkedHashMap<>();
        table.columns().forEach(column -> kinds.put(column.name(), column.kind()));
        return kinds;
    }

    private static Table table(Database database, String schema, String name) {
        return new Catalog(database).table(new TableId(schema, name)).orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }
}
