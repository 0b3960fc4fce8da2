package dev.concord.catalog;

import static dev.concord.catalog.Rows.number;
import static dev.concord.catalog.Rows.text;
import static dev.concord.catalog.Rows.truth;

import dev.concord.catalog.Column.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Reads H2's INFORMATION_SCHEMA, as of version 2. Every column has an alias in quotes, because a setting of the address
 * ({@code DATABASE_TO_LOWER}) spells H2's own names differently.
 */
final class H2Dictionary implements Dictionary {
    private static final String TABLES = """
            SELECT TABLE_SCHEMA AS "TABLE_SCHEMA", TABLE_NAME AS "TABLE_NAME", TABLE_TYPE AS "TABLE_TYPE",
                   COALESCE(REMARKS, '') AS "REMARKS"
            FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA NOT IN ('INFORMATION_SCHEMA', 'information_schema') AND TABLE_TYPE IN ('BASE TABLE', 'VIEW')
            """;

    /** An administrator has all rights; for other users H2 lists the rights that were granted. */
    private static final String TABLE = """
            SELECT TABLE_TYPE AS "TABLE_TYPE", COALESCE(REMARKS, '') AS "REMARKS",
                   EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)
                     OR EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES P
                                WHERE P.TABLE_SCHEMA = T.TABLE_SCHEMA AND P.TABLE_NAME = T.TABLE_NAME
                                  AND P.PRIVILEGE_TYPE IN ('INSERT', 'UPDATE', 'DELETE')) AS "WRITABLE"
            FROM INFORMATION_SCHEMA.TABLES T WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    private static final String COLUMNS = """
            SELECT COLUMN_NAME AS "COLUMN_NAME", DATA_TYPE AS "DATA_TYPE", DTD_IDENTIFIER AS "DTD_IDENTIFIER",
                   DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) AS "FULL_TYPE",
                   COALESCE(CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, 0) AS "SIZE",
                   COALESCE(NUMERIC_SCALE, DATETIME_PRECISION, 0) AS "SCALE",
                   IS_NULLABLE AS "IS_NULLABLE", COLUMN_DEFAULT || COALESCE(' ON UPDATE ' || COLUMN_ON_UPDATE, '') AS "COLUMN_DEFAULT",
                   IS_GENERATED AS "IS_GENERATED", IS_IDENTITY AS "IS_IDENTITY", COALESCE(REMARKS, '') AS "REMARKS"
            FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            ORDER BY ORDINAL_POSITION
            """;

    private static final String WORDS = """
            SELECT ENUM_IDENTIFIER AS "ENUM_IDENTIFIER", VALUE_NAME AS "VALUE_NAME" FROM INFORMATION_SCHEMA.ENUM_VALUES
            WHERE OBJECT_SCHEMA = ? AND OBJECT_NAME = ? AND OBJECT_TYPE = 'TABLE'
            ORDER BY ENUM_IDENTIFIER, CAST(VALUE_ORDINAL AS INTEGER)
            """;

    private static final String KEYS = """
            SELECT C.CONSTRAINT_NAME AS "CONSTRAINT_NAME", C.CONSTRAINT_TYPE AS "CONSTRAINT_TYPE", U.COLUMN_NAME AS "COLUMN_NAME",
                   T.TABLE_SCHEMA AS "TARGET_SCHEMA", T.TABLE_NAME AS "TARGET_NAME", T.COLUMN_NAME AS "TARGET_COLUMN"
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
            JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U
              ON U.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND U.CONSTRAINT_NAME = C.CONSTRAINT_NAME
            LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
              ON R.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = C.CONSTRAINT_NAME
            LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE T
              ON T.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA AND T.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
              AND T.ORDINAL_POSITION = U.POSITION_IN_UNIQUE_CONSTRAINT
            WHERE C.TABLE_SCHEMA = ? AND C.TABLE_NAME = ?
            ORDER BY C.CONSTRAINT_NAME, U.ORDINAL_POSITION
            """;

    private static final String REFERRING = """
            SELECT U.TABLE_SCHEMA AS "from_schema", U.TABLE_NAME AS "from_name", R.CONSTRAINT_NAME AS "own_key",
                   U.COLUMN_NAME AS "own_column", T.COLUMN_NAME AS "target_column",
                   CASE R.DELETE_RULE WHEN 'CASCADE' THEN 'DELETE' WHEN 'SET NULL' THEN 'CLEAR' WHEN 'SET DEFAULT' THEN 'CLEAR'
                        ELSE 'REFUSE' END AS "rule"
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
            JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U
              ON U.CONSTRAINT_SCHEMA = R.CONSTRAINT_SCHEMA AND U.CONSTRAINT_NAME = R.CONSTRAINT_NAME
            JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE T
              ON T.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA AND T.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
              AND T.ORDINAL_POSITION = U.POSITION_IN_UNIQUE_CONSTRAINT
            WHERE T.TABLE_SCHEMA = ? AND T.TABLE_NAME = ?
            ORDER BY U.TABLE_SCHEMA, U.TABLE_NAME, R.CONSTRAINT_NAME, U.ORDINAL_POSITION
            """;

    private static final String CHECKS = """
            SELECT C.CONSTRAINT_NAME AS "CONSTRAINT_NAME", K.CHECK_CLAUSE AS "CHECK_CLAUSE"
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
            JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K
              ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME
            WHERE C.TABLE_SCHEMA = ? AND C.TABLE_NAME = ? ORDER BY C.CONSTRAINT_NAME
            """;

    /** Leaves out the index of a constraint, which is read with the constraint. */
    private static final String UNIQUE_INDEXES = """
            SELECT I.INDEX_NAME AS "INDEX_NAME", C.COLUMN_NAME AS "COLUMN_NAME"
            FROM INFORMATION_SCHEMA.INDEXES I
            JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C
              ON C.INDEX_SCHEMA = I.INDEX_SCHEMA AND C.INDEX_NAME = I.INDEX_NAME AND C.IS_UNIQUE
            WHERE I.TABLE_SCHEMA = ? AND I.TABLE_NAME = ? AND I.INDEX_TYPE_NAME LIKE 'UNIQUE%INDEX'
              AND NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS K
                              WHERE K.INDEX_SCHEMA = I.INDEX_SCHEMA AND K.INDEX_NAME = I.INDEX_NAME
                                AND K.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE'))
            ORDER BY I.INDEX_NAME, C.ORDINAL_POSITION
            """;

    private static final String STATISTICS = """
            SELECT ROW_COUNT_ESTIMATE AS "ROW_COUNT_ESTIMATE" FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """;

    @Override
    public List<TableSummary> tables(DSLContext dsl) {
        return dsl.fetch(TABLES)
                .map(row -> new TableSummary(
                        new TableId(text(row, "TABLE_SCHEMA"), text(row, "TABLE_NAME")),
                        type(row),
                        text(row, "REMARKS")));
    }

    @Override
    public Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly) {
        return dsl.fetch(TABLE, id.schema(), id.name()).stream()
                .findFirst()
                .map(row -> table(dsl, id, row, !readOnly && truth(row, "WRITABLE")));
    }

    private static Table table(DSLContext dsl, TableId id, Record relation, boolean writable) {
        Map<String, List<Record>> words = Rows.by("ENUM_IDENTIFIER", dsl.fetch(WORDS, id.schema(), id.name()));
        List<Column> columns = dsl.fetch(COLUMNS, id.schema(), id.name()).map(row -> column(row, words));
        List<Key> primary = new ArrayList<>();
        List<Key> unique = new ArrayList<>();
        List<ForeignKey> foreign = new ArrayList<>();
        Rows.by("CONSTRAINT_NAME", dsl.fetch(KEYS, id.schema(), id.name())).forEach((name, parts) -> {
            List<String> of = Rows.texts(parts, "COLUMN_NAME");
            switch (text(parts.getFirst(), "CONSTRAINT_TYPE")) {
                case "PRIMARY KEY" -> primary.add(new Key(name, of, true));
                case "UNIQUE" -> unique.add(new Key(name, of, false));
                default -> foreign.add(new ForeignKey(name, of, target(parts), Rows.texts(parts, "TARGET_COLUMN")));
            }
        });
        Rows.by("INDEX_NAME", dsl.fetch(UNIQUE_INDEXES, id.schema(), id.name()))
                .forEach((name, parts) -> unique.add(new Key(name, Rows.texts(parts, "COLUMN_NAME"), false)));
        List<Check> checks = dsl.fetch(CHECKS, id.schema(), id.name())
                .map(row -> new Check(
                        text(row, "CONSTRAINT_NAME"),
                        text(row, "CHECK_CLAUSE"),
                        Mentions.of(text(row, "CHECK_CLAUSE"), columns)));
        return new Table(
                id,
                type(relation),
                columns,
                primary.stream().findFirst(),
                unique,
                foreign,
                checks,
                writable,
                text(relation, "REMARKS"));
    }

    @Override
    public List<Record> referring(DSLContext dsl, TableId id) {
        return dsl.fetch(REFERRING, id.schema(), id.name());
    }

    @Override
    public Optional<Long> statistics(DSLContext dsl, TableId id) {
        return dsl.fetch(STATISTICS, id.schema(), id.name()).stream()
                .findFirst()
                .map(row -> row.get("ROW_COUNT_ESTIMATE", Long.class));
    }

    private static Column column(Record row, Map<String, List<Record>> words) {
        String type = text(row, "DATA_TYPE");
        ValueKind kind = H2Types.kind(type);
        boolean computed = text(row, "IS_GENERATED").equals("ALWAYS");
        boolean identity = text(row, "IS_IDENTITY").equals("YES");
        return new Column(
                        text(row, "COLUMN_NAME"),
                        kind == ValueKind.OTHER ? text(row, "FULL_TYPE") : type,
                        kind,
                        number(row, "SIZE"),
                        number(row, "SCALE"),
                        text(row, "IS_NULLABLE").equals("YES"),
                        Optional.ofNullable(row.get("COLUMN_DEFAULT", String.class)),
                        computed ? Generation.COMPUTED : identity ? Generation.IDENTITY : Generation.NONE,
                        Rows.texts(words.getOrDefault(text(row, "DTD_IDENTIFIER"), List.of()), "VALUE_NAME"),
                        text(row, "REMARKS"))
                .with(type.equals("DECFLOAT") ? SpecialValues.NOT_FINITE : SpecialValues.NONE);
    }

    private static TableId target(List<Record> parts) {
        return new TableId(text(parts.getFirst(), "TARGET_SCHEMA"), text(parts.getFirst(), "TARGET_NAME"));
    }

    private static Table.Type type(Record row) {
        return text(row, "TABLE_TYPE").equals("VIEW") ? Table.Type.VIEW : Table.Type.TABLE;
    }
}
