package dev.concord.catalog;

import static dev.concord.catalog.Rows.number;
import static dev.concord.catalog.Rows.text;

import dev.concord.catalog.Column.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * Reads SQLite's pragmas as table-valued functions. A table without a declared primary key has no primary key here:
 * VACUUM may change its rowid, so the rowid does not identify a row.
 */
final class SqliteDictionary implements Dictionary {
    private static final String TABLES = """
            SELECT name, type FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """;

    private static final String TABLE = """
            SELECT l.type, l.wr, COALESCE(m.sql, '') AS sql
            FROM pragma_table_list AS l LEFT JOIN sqlite_schema AS m ON m.name = l.name AND m.type IN ('table', 'view')
            WHERE l.schema = 'main' AND l.name = ?
            """;

    private static final String COLUMNS = """
            SELECT name, type, "notnull" AS required, coalesce(dflt_value, '') AS expression, pk, hidden FROM pragma_table_xinfo(?)
            WHERE hidden <> 1 ORDER BY cid
            """;

    private static final String UNIQUE = """
            SELECT l.name AS key, i.name AS column, i.cid, i.coll
            FROM pragma_index_list(?) AS l JOIN pragma_index_xinfo(l.name) AS i
            WHERE l."unique" = 1 AND l.partial = 0 AND l.origin <> 'pk' AND i.key = 1 ORDER BY l.seq DESC, i.seqno
            """;

    private static final String PRIMARY = """
            SELECT i.coll FROM pragma_index_list(?) AS l JOIN pragma_index_xinfo(l.name) AS i
            WHERE l.origin = 'pk' AND i.key = 1
            """;

    /** Every other one belongs to a program that has defined it for itself. */
    private static final Set<String> COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");

    private static final String REFERRING = """
            SELECT '' AS from_schema, m.name AS from_name, f.id AS own_key, f."from" AS own_column,
                   COALESCE(f."to", (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1)) AS target_column,
                   CASE f.on_delete WHEN 'CASCADE' THEN 'DELETE' WHEN 'SET NULL' THEN 'CLEAR' WHEN 'SET DEFAULT' THEN 'CLEAR'
                        ELSE 'REFUSE' END AS rule
            FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f
            WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE ORDER BY m.name, f.id, f.seq
            """;

    private static final String FOREIGN = """
            SELECT f.id, f."table" AS target, f."from" AS own,
                   COALESCE(f."to", (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1)) AS other
            FROM pragma_foreign_key_list(?) AS f ORDER BY f.id DESC, f.seq
            """;

    private static final int GENERATED_VIRTUAL = 2;
    private static final int GENERATED_STORED = 3;

    @Override
    public List<TableSummary> tables(DSLContext dsl) {
        return dsl.fetch(TABLES).map(row -> new TableSummary(new TableId("", text(row, "name")), type(row), ""));
    }

    @Override
    public List<Record> referring(DSLContext dsl, TableId id) {
        return dsl.fetch(REFERRING, id.name());
    }

    @Override
    public Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly) {
        if (!id.schema().isEmpty()) {
            return Optional.empty();
        }
        return dsl.fetch(TABLE, id.name()).stream().findFirst().map(row -> table(dsl, id, row, !readOnly));
    }

    /** SQLite keeps no row counts. */
    @Override
    public Optional<Long> statistics(DSLContext dsl, TableId id) {
        return Optional.empty();
    }

    private static Table table(DSLContext dsl, TableId id, Record relation, boolean writable) {
        Result<Record> described = dsl.fetch(COLUMNS, id.name());
        List<String> key = described.stream()
                .filter(row -> number(row, "pk") > 0)
                .sorted((a, b) -> Integer.compare(number(a, "pk"), number(b, "pk")))
                .map(row -> text(row, "name"))
                .toList();
        boolean withoutRowid = number(relation, "wr") == 1;
        List<Column> columns = described.map(row -> column(row, key, withoutRowid));
        return new Table(
                id,
                type(relation),
                columns,
                key.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Key("", key, true, false, bytewise(dsl.fetch(PRIMARY, id.name())))),
                uniqueKeys(dsl, id),
                foreignKeys(dsl, id),
                type(relation) == Table.Type.TABLE ? SqliteChecks.in(text(relation, "sql"), columns) : List.of(),
                writable,
                "");
    }

    private static List<Key> uniqueKeys(DSLContext dsl, TableId id) {
        List<Key> keys = new ArrayList<>();
        Rows.by("key", dsl.fetch(UNIQUE, id.name())).forEach((name, parts) -> {
            // An expression is not a column; a key with an expression cannot be compared by the row's values.
            if (parts.stream().allMatch(part -> number(part, "cid") >= 0)) {
                keys.add(new Key(name, Rows.texts(parts, "column"), false, false, bytewise(parts)));
            }
        });
        return keys;
    }

    private static boolean bytewise(List<Record> parts) {
        return !Rows.texts(parts, "coll").stream()
                .map(collation -> collation.toUpperCase(Locale.ROOT))
                .allMatch(COLLATIONS::contains);
    }

    private static List<ForeignKey> foreignKeys(DSLContext dsl, TableId id) {
        return Rows.by("id", dsl.fetch(FOREIGN, id.name())).values().stream()
                .map(parts -> new ForeignKey(
                        "",
                        Rows.texts(parts, "own"),
                        new TableId("", text(parts.getFirst(), "target")),
                        Rows.texts(parts, "other")))
                .toList();
    }

    /** The one column declared INTEGER PRIMARY KEY is the rowid itself: generated by SQLite, never NULL. */
    private static Column column(Record row, List<String> key, boolean withoutRowid) {
        String name = text(row, "name");
        String declared = text(row, "type");
        boolean inKey = key.contains(name);
        boolean rowid = inKey && key.size() == 1 && !withoutRowid && declared.equalsIgnoreCase("INTEGER");
        boolean computed = number(row, "hidden") == GENERATED_VIRTUAL || number(row, "hidden") == GENERATED_STORED;
        return new Column(
                        name,
                        SqliteTypes.name(declared),
                        SqliteTypes.kind(declared),
                        SqliteTypes.size(declared),
                        SqliteTypes.scale(declared),
                        number(row, "required") == 0 && !rowid && !(inKey && withoutRowid),
                        Optional.of(text(row, "expression")).filter(expression -> !expression.isEmpty()),
                        computed ? Generation.COMPUTED : rowid ? Generation.IDENTITY : Generation.NONE,
                        List.of(),
                        "")
                .with(SpecialValues.ANY_SIZE);
    }

    private static Table.Type type(Record row) {
        return text(row, "type").equals("view") ? Table.Type.VIEW : Table.Type.TABLE;
    }
}
