package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A table of random columns: {@code c0}, {@code c1} and so on, after a key, a number that is never NULL and a column
 * for each kind of version. Its values are a few of each type that differ only in what databases tend to confuse.
 *
 * @param columns the types, by the words of {@link #TYPES}
 */
record RandomTable(Engine engine, TableId id, List<String> columns) {
    static final List<String> TYPES = List.of("text", "char", "number", "double", "boolean", "date", "moment", "bytes");

    /** How many values there are of each type. */
    static final int VALUES = 5;

    static final String QUANTITY = "quantity";
    private static final List<String> VERSIONS = List.of("version", "updated_at", "row_version");
    private static final List<String> TEXTS = List.of("", "a", "A", "a ", "é");
    private static final List<String> SHORT_TEXTS = List.of("", "a", "b", "ab", "abc");
    private static final List<String> NUMBERS = List.of("0", "0", "15", "9007199254740992", "9007199254740993");
    private static final List<Double> DOUBLES = List.of(0.0, 0.0, 0.1, 1e300, -0.5);

    /** Makes it in a database. */
    static RandomTable create(Database database, Engine engine, String name, List<String> columns) {
        StringBuilder sql = new StringBuilder("create table \"" + name + "\" (\"id\" integer not null primary key, \""
                + QUANTITY + "\" integer not null, \"version\" integer, \"updated_at\" " + timeType(engine)
                + ", \"row_version\" " + (engine == Engine.H2 || engine == Engine.POSTGRESQL ? "uuid" : "char(36)"));
        for (int i = 0; i < columns.size(); i++) {
            sql.append(", \"c").append(i).append("\" ").append(type(columns.get(i), engine));
        }
        TestDatabase.execute(
                database, (engine == Engine.MARIADB ? sql.toString().replace('"', '`') : sql.toString()) + ")");
        TableId id = new Catalog(database)
                .tables().stream()
                        .map(TableSummary::id)
                        .filter(table -> table.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new RandomTable(engine, id, columns);
    }

    RecordKey key(int row) {
        return new RecordKey(id, Row.of("id", Value.of(row)));
    }

    /** A new row, its values drawn by their numbers: one for each column and one more. */
    Draft newRow(int row, List<Integer> drawn) {
        Draft draft = Draft.newRow(id).with("id", Value.of(row)).with(QUANTITY, Value.of(drawn.getLast()));
        for (int i = 0; i < columns.size(); i++) {
            draft = draft.with("c" + i, value(i, drawn.get(i)));
        }
        return draft;
    }

    /** One of the values a column can have. */
    Value value(int column, int number) {
        String type = columns.get(column);
        if (number == 0 && !type.equals("text")) {
            return Value.ofNull();
        }
        // SQLite knows numbers, texts and bytes only, whatever a column is called.
        boolean plain = engine == Engine.SQLITE;
        return switch (type) {
            case "text" -> Value.of(TEXTS.get(number));
            case "char" -> Value.of(SHORT_TEXTS.get(number));
            case "number" -> Value.of(new BigDecimal(NUMBERS.get(number)));
            case "double" -> new Value.Float64(DOUBLES.get(number));
            case "boolean" -> plain ? Value.of(number % 2) : Value.of(number % 2 == 0);
            case "date" -> {
                LocalDate date = LocalDate.of(2026, 3, 27 + number);
                yield plain ? Value.of(date.toString()) : new Value.Date(date);
            }
            case "moment" -> {
                LocalDateTime moment = LocalDateTime.of(2026, 3, 29, number, 30, 0, 1000 * number);
                yield plain ? Value.of(moment.toString()) : new Value.DateTime(moment);
            }
            default -> new Value.Binary(Bytes.of(new byte[] {0, (byte) number}));
        };
    }

    /** The row with one more of its quantity. */
    static Row withOneMore(Row row) {
        BigDecimal quantity = ((Value.Exact) row.get(QUANTITY)).number();
        return row.with(QUANTITY, Value.of(quantity.add(BigDecimal.ONE)));
    }

    /** What people wrote of a row. */
    static Row withoutVersions(Row row) {
        Row left = row;
        for (String version : VERSIONS) {
            left = left.without(version);
        }
        return left;
    }

    private static String timeType(Engine engine) {
        return engine == Engine.MARIADB ? "datetime(6)" : "timestamp(6)";
    }

    private static String type(String type, Engine engine) {
        return switch (type) {
            case "text" -> "varchar(20)";
            case "char" -> "char(5)";
            case "number" -> engine == Engine.SQLITE ? "integer" : "decimal(20,3)";
            case "double" -> engine == Engine.MARIADB ? "double" : "double precision";
            case "boolean" -> "boolean";
            case "date" -> "date";
            case "moment" -> timeType(engine);
            default -> engine == Engine.POSTGRESQL ? "bytea" : engine == Engine.SQLITE ? "blob" : "varbinary(20)";
        };
    }
}
