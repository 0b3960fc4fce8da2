package dev.concord.catalog;

import static dev.concord.catalog.Rows.number;
import static dev.concord.catalog.Rows.text;
import static dev.concord.catalog.Rows.truth;

import dev.concord.catalog.Column.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Reads PostgreSQL's pg_catalog, which is complete and fast; information_schema hides what the user does not own. */
final class PostgresDictionary implements Dictionary {
    private static final String TABLES = """
            SELECT n.nspname AS schema, c.relname AS name, CAST(c.relkind AS text) AS kind,
                   COALESCE(obj_description(c.oid, 'pg_class'), '') AS comment
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition
              AND n.nspname <> 'information_schema' AND NOT starts_with(n.nspname, 'pg_')
              AND has_schema_privilege(n.oid, 'USAGE')
            """;

    private static final String TABLE = """
            SELECT c.oid, CAST(c.relkind AS text) AS kind, COALESCE(obj_description(c.oid, 'pg_class'), '') AS comment,
                   has_any_column_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'UPDATE')
                     OR has_table_privilege(c.oid, 'DELETE') AS writable
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
            """;

    private static final String REFERRING = """
            SELECT n.nspname AS from_schema, c.relname AS from_name, con.conname AS own_key, own.attname AS own_column,
                   target.attname AS target_column,
                   CASE con.confdeltype WHEN 'c' THEN 'DELETE' WHEN 'n' THEN 'CLEAR' WHEN 'd' THEN 'CLEAR'
                        ELSE 'REFUSE' END AS rule
            FROM pg_catalog.pg_constraint con
            JOIN pg_catalog.pg_class c ON c.oid = con.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL unnest(con.conkey, con.confkey) WITH ORDINALITY AS part (own, target, place)
            JOIN pg_catalog.pg_attribute own ON own.attrelid = con.conrelid AND own.attnum = part.own
            JOIN pg_catalog.pg_attribute target ON target.attrelid = con.confrelid AND target.attnum = part.target
            JOIN pg_catalog.pg_class t ON t.oid = con.confrelid
            JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
            WHERE con.contype = 'f' AND con.conparentid = 0 AND tn.nspname = ? AND t.relname = ?
            ORDER BY 1, 2, 3, part.place
            """;

    private static final String COLUMNS = """
            SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, b.typname AS base,
                   CAST(b.typtype AS text) AS family,
                   made.modifier AS modifier,
                   a.attnotnull OR made.required AS required,
                   CAST(a.attidentity AS text) AS identity, CAST(a.attgenerated AS text) AS generated,
                   COALESCE(pg_get_expr(d.adbin, d.adrelid), t.typdefault) AS expression,
                   COALESCE(col_description(a.attrelid, a.attnum), '') AS comment,
                   has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS may_select,
                   has_column_privilege(a.attrelid, a.attnum, 'INSERT') AS may_insert,
                   has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AS may_update,
                   ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = b.oid ORDER BY e.enumsortorder) AS words,
                   current_setting('server_encoding') AS encoding
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            CROSS JOIN LATERAL (
                WITH RECURSIVE d (oid, family, base, base_modifier, modifier, required) AS (
                    SELECT t.oid, t.typtype, t.typbasetype, t.typtypmod, a.atttypmod, t.typnotnull
                    UNION ALL
                    SELECT n.oid, n.typtype, n.typbasetype, n.typtypmod, d.base_modifier, d.required OR n.typnotnull
                    FROM d JOIN pg_type n ON n.oid = d.base WHERE d.family = 'd')
                SELECT d.oid, d.modifier, d.required FROM d WHERE d.family <> 'd') AS made
            JOIN pg_type b ON b.oid = made.oid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = CAST(? AS oid) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    private static final String CONSTRAINTS = """
            SELECT k.conname AS name, CAST(k.contype AS text) AS kind, k.condeferrable AS deferrable,
                   ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY AS u (number, position)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                         ORDER BY u.position) AS columns,
                   COALESCE(n.nspname, '') AS target_schema, COALESCE(f.relname, '') AS target_name,
                   ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY AS u (number, position)
                         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
                         ORDER BY u.position) AS target_columns,
                   COALESCE(pg_get_expr(k.conbin, k.conrelid), '') AS expression
            FROM pg_constraint k
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
            WHERE k.conrelid = CAST(? AS oid) AND k.contype IN ('p', 'u', 'f', 'c')
            ORDER BY k.conname
            """;

    private static final String UNIQUE_INDEXES = """
            SELECT c.relname AS name,
                   ARRAY(SELECT a.attname FROM unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS u (number, position)
                         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                         WHERE u.position <= i.indnkeyatts ORDER BY u.position) AS columns
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = CAST(? AS oid) AND i.indisunique AND i.indisvalid
              AND i.indpred IS NULL AND i.indexprs IS NULL
              AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid)
            ORDER BY c.relname
            """;

    /**
     * False for a parent of inherited tables, whose rows may be those of its children; for a partitioned table, whose partitions have
     * triggers of their own; and for a foreign one, whose triggers are another server's.
     */
    private static final String SETTLED = """
            SELECT c.relkind = 'r' AND NOT c.relhasrules AND NOT c.relhassubclass
                   AND NOT EXISTS (SELECT 1 FROM pg_trigger t
                                   WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype & 2 = 0) AS settled
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ?
            """;

    /** Of any table: a trigger of this one may write to another one, whose deferred trigger writes to this one. */
    private static final String DEFERRED = """
            SELECT EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal AND tginitdeferred) AS deferred
            """;

    private static final String STATISTICS = """
            SELECT CAST(c.reltuples AS bigint) AS rows FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.reltuples >= 0
            """;

    @Override
    public List<TableSummary> tables(DSLContext dsl) {
        return dsl.fetch(TABLES)
                .map(row -> new TableSummary(
                        new TableId(text(row, "schema"), text(row, "name")), type(row), text(row, "comment")));
    }

    @Override
    public List<Record> referring(DSLContext dsl, TableId id) {
        return dsl.fetch(REFERRING, id.schema(), id.name());
    }

    @Override
    public Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly) {
        return dsl.fetch(TABLE, id.schema(), id.name()).stream()
                .findFirst()
                .map(row -> table(dsl, id, row, !readOnly && truth(row, "writable")));
    }

    private static Table table(DSLContext dsl, TableId id, Record relation, boolean writable) {
        Long oid = relation.get("oid", Long.class);
        List<Column> columns = dsl.fetch(COLUMNS, oid).map(PostgresDictionary::column);
        Optional<Key> primary = Optional.empty();
        List<Key> unique = new ArrayList<>();
        List<ForeignKey> foreign = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        Result<Record> constraints = dsl.fetch(CONSTRAINTS, oid);
        for (Record row : constraints) {
            String name = text(row, "name");
            List<String> of = texts(row, "columns");
            switch (text(row, "kind")) {
                case "p" -> primary = Optional.of(new Key(name, of, true, truth(row, "deferrable")));
                case "u" -> unique.add(new Key(name, of, false, truth(row, "deferrable")));
                case "f" ->
                    foreign.add(new ForeignKey(
                            name,
                            of,
                            new TableId(text(row, "target_schema"), text(row, "target_name")),
                            texts(row, "target_columns")));
                default -> checks.add(new Check(name, text(row, "expression"), of));
            }
        }
        dsl.fetch(UNIQUE_INDEXES, oid)
                .forEach(row -> unique.add(new Key(text(row, "name"), texts(row, "columns"), false)));
        return new Table(
                id, type(relation), columns, primary, unique, foreign, checks, writable, text(relation, "comment"));
    }

    @Override
    public boolean settledByStatement(DSLContext dsl, TableId id) {
        return dsl.fetch(SETTLED, id.schema(), id.name()).stream().anyMatch(row -> truth(row, "settled"));
    }

    @Override
    public boolean hasDeferredTriggers(DSLContext dsl) {
        return truth(dsl.fetchSingle(DEFERRED), "deferred");
    }

    @Override
    public Optional<Long> statistics(DSLContext dsl, TableId id) {
        return dsl.fetch(STATISTICS, id.schema(), id.name()).stream()
                .findFirst()
                .map(row -> row.get("rows", Long.class));
    }

    private static Column column(Record row) {
        String base = text(row, "base");
        int modifier = number(row, "modifier");
        ValueKind kind = PostgresTypes.kind(base, text(row, "family"));
        Optional<String> expression = Optional.ofNullable(row.get("expression", String.class));
        Generation generation = generation(row, expression.orElse(""));
        return new Column(
                text(row, "name"),
                text(row, "type"),
                kind,
                PostgresTypes.size(base, modifier),
                PostgresTypes.scale(base, modifier),
                !truth(row, "required"),
                expression,
                generation,
                texts(row, "words"),
                text(row, "comment"),
                new ColumnRights(truth(row, "may_select"), truth(row, "may_insert"), truth(row, "may_update")),
                PostgresTypes.special(base, modifier),
                kind.isText() ? CharacterSet.ofPostgres(text(row, "encoding")) : CharacterSet.ALL);
    }

    private static Generation generation(Record row, String expression) {
        if (!text(row, "generated").isEmpty()) {
            return Generation.COMPUTED;
        }
        boolean serial = expression.startsWith("nextval(");
        return serial || !text(row, "identity").isEmpty() ? Generation.IDENTITY : Generation.NONE;
    }

    private static Table.Type type(Record row) {
        return switch (text(row, "kind")) {
            case "v", "m" -> Table.Type.VIEW;
            default -> Table.Type.TABLE;
        };
    }

    private static List<String> texts(Record row, String column) {
        return List.of(row.get(column, String[].class));
    }
}
