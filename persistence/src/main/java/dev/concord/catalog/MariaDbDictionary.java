package dev.concord.catalog;

import static dev.concord.catalog.Rows.number;
import static dev.concord.catalog.Rows.text;
import static dev.concord.catalog.Rows.truth;

import dev.concord.catalog.Column.Generation;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.SqlFault;
import dev.concord.dialect.SqlFaults;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Reads the information_schema of MariaDB and MySQL: only the database that the address names, or without a name all
 * that the user may see.
 */
final class MariaDbDictionary implements Dictionary {
    /** Every column has an alias, because MySQL returns its own column names in capitals. */
    private static final String TABLES = """
            SELECT table_schema AS own_schema, table_name AS own_name, table_type AS kind, table_comment AS comment
            FROM information_schema.tables
            WHERE table_schema = COALESCE(DATABASE(), table_schema)
              AND table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
              AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
            """;

    private static final String TABLE = """
            SELECT table_type AS kind, table_comment AS comment, COALESCE(transactions, '') = 'YES' AS transactional
            FROM information_schema.tables t LEFT JOIN information_schema.engines e ON e.engine = t.engine
            WHERE table_schema = ? AND table_name = ?
            """;

    private static final String COLUMNS = """
            SELECT column_name AS name, data_type AS data_type, column_type AS full_type,
                   COALESCE(character_maximum_length, numeric_precision, 0) AS size,
                   COALESCE(numeric_scale, datetime_precision, 0) AS scale,
                   is_nullable AS nullable, column_default AS expression, extra AS extra, column_comment AS comment,
                   privileges AS rights, COALESCE(generation_expression, '') AS formula,
                   COALESCE(character_set_name, '') AS characters
            FROM information_schema.columns WHERE table_schema = ? AND table_name = ?
            ORDER BY ordinal_position
            """;

    private static final String UNIQUE = """
            SELECT index_name AS own_key, column_name AS own_column, sub_part AS prefix
            FROM information_schema.statistics
            WHERE table_schema = ? AND table_name = ? AND non_unique = 0
            ORDER BY index_name, seq_in_index
            """;

    private static final String REFERRING = """
            SELECT k.table_schema AS from_schema, k.table_name AS from_name, k.constraint_name AS own_key,
                   k.column_name AS own_column, k.referenced_column_name AS target_column,
                   CASE r.delete_rule WHEN 'CASCADE' THEN 'DELETE' WHEN 'SET NULL' THEN 'CLEAR' WHEN 'SET DEFAULT' THEN 'CLEAR'
                        ELSE 'REFUSE' END AS rule
            FROM information_schema.key_column_usage k
            JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
              AND r.table_name = k.table_name
            WHERE k.referenced_table_schema = ? AND k.referenced_table_name = ?
            ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position
            """;

    private static final String FOREIGN = """
            SELECT constraint_name AS own_key, column_name AS own_column, referenced_table_schema AS target_schema,
                   referenced_table_name AS target_name, referenced_column_name AS target_column
            FROM information_schema.key_column_usage
            WHERE table_schema = ? AND table_name = ? AND referenced_table_name IS NOT NULL
            ORDER BY constraint_name, ordinal_position
            """;

    private static final String MARIADB_CHECKS = """
            SELECT constraint_name AS name, check_clause AS clause FROM information_schema.check_constraints
            WHERE constraint_schema = ? AND table_name = ? ORDER BY constraint_name
            """;

    private static final String MYSQL_CHECKS = """
            SELECT c.constraint_name AS name, c.check_clause AS clause
            FROM information_schema.table_constraints t
            JOIN information_schema.check_constraints c
              ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
            WHERE t.table_schema = ? AND t.table_name = ? AND t.constraint_type = 'CHECK' AND t.enforced = 'YES'
            ORDER BY c.constraint_name
            """;

    /** Whether the user may see the table's triggers. A right granted to a role counts as missing. */
    private static final String SEES_TRIGGERS = """
            SELECT EXISTS (SELECT 1 FROM information_schema.user_privileges
                           WHERE privilege_type = 'TRIGGER' AND grantee = me)
                OR EXISTS (SELECT 1 FROM information_schema.schema_privileges
                           WHERE privilege_type = 'TRIGGER' AND grantee = me AND ? LIKE table_schema)
                OR EXISTS (SELECT 1 FROM information_schema.table_privileges
                           WHERE privilege_type = 'TRIGGER' AND grantee = me AND table_schema = ? AND table_name = ?)
                AS seen
            FROM (SELECT CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''') AS me) AS own
            """;

    private static final String TRIGGERS = """
            SELECT trigger_name AS name FROM information_schema.triggers
            WHERE event_object_schema = ? AND event_object_table = ? AND event_manipulation = ? ORDER BY trigger_name
            """;

    private static final String WITHOUT_TRANSACTIONS = """
            SELECT CONCAT(t.table_schema, '.', t.table_name, ' (', t.engine, ')') AS name
            FROM information_schema.tables t LEFT JOIN information_schema.engines e ON e.engine = t.engine
            WHERE t.table_type = 'BASE TABLE' AND COALESCE(e.transactions, 'NO') <> 'YES'
              AND t.table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
            ORDER BY t.table_schema = ? DESC, t.table_schema, t.table_name LIMIT 1
            """;

    private static final String STATISTICS = """
            SELECT table_rows AS estimate FROM information_schema.tables
            WHERE table_schema = ? AND table_name = ? AND table_rows IS NOT NULL
            """;

    private final Dialect dialect;
    private final String checksQuery;

    MariaDbDictionary(Dialect dialect) {
        this.dialect = dialect;
        this.checksQuery = dialect == Dialect.MYSQL ? MYSQL_CHECKS : MARIADB_CHECKS;
    }

    @Override
    public List<TableSummary> tables(DSLContext dsl) {
        return dsl.fetch(TABLES)
                .map(row -> new TableSummary(
                        new TableId(text(row, "own_schema"), text(row, "own_name")), type(row), comment(row)));
    }

    @Override
    public List<Record> referring(DSLContext dsl, TableId id) {
        return dsl.fetch(REFERRING, id.schema(), id.name());
    }

    @Override
    public Optional<Table> table(DSLContext dsl, TableId id, boolean readOnly) {
        return dsl.fetch(TABLE, id.schema(), id.name()).stream().findFirst().map(row -> table(dsl, id, row, !readOnly));
    }

    private Table table(DSLContext dsl, TableId id, Record relation, boolean mayWrite) {
        Result<Record> clauses = dsl.fetch(checksQuery, id.schema(), id.name());
        List<String> expressions = clauses.map(this::clause);
        Result<Record> described = dsl.fetch(COLUMNS, id.schema(), id.name());
        List<Column> columns = described.map(row -> column(row, expressions));
        boolean granted = columns.stream().map(Column::rights).anyMatch(rights -> rights.insert() || rights.update());
        List<Key> keys = keys(dsl, id);
        List<Check> checks =
                clauses.map(row -> new Check(text(row, "name"), clause(row), Mentions.of(clause(row), columns)));
        return new Table(
                id,
                type(relation),
                columns,
                keys.stream().filter(Key::primary).findFirst(),
                keys.stream().filter(key -> !key.primary()).toList(),
                foreignKeys(dsl, id),
                checks,
                mayWrite && granted,
                truth(relation, "transactional"),
                type(relation) == Table.Type.VIEW || whole(dsl, id),
                comment(relation));
    }

    /** The dictionary leaves out a column without any right to it, but {@code *} names it. */
    private boolean whole(DSLContext dsl, TableId id) {
        try {
            dsl.select(DSL.asterisk())
                    .from(DSL.table(DSL.name(id.schema(), id.name())))
                    .where(DSL.falseCondition())
                    .fetch();
            return true;
        } catch (DataAccessException e) {
            boolean denied = e.getCause() instanceof SQLException error
                    && SqlFaults.of(error, dialect).kind() == SqlFault.Kind.NOT_PERMITTED;
            if (!denied) {
                throw e;
            }
            return false;
        }
    }

    private static ColumnRights rights(Record row) {
        List<String> granted =
                List.of(text(row, "rights").toLowerCase(Locale.ROOT).split(","));
        return new ColumnRights(granted.contains("select"), granted.contains("insert"), granted.contains("update"));
    }

    private String clause(Record row) {
        String found = text(row, "clause");
        return dialect == Dialect.MYSQL ? MySqlText.expression(found) : found;
    }

    /** What a trigger calls is not looked into: it is enough that there is a table which it might write to. */
    @Override
    public Optional<LastingEffect> lastingEffect(DSLContext dsl, TableId id, String event) {
        boolean seen = dsl.fetch(SEES_TRIGGERS, id.schema(), id.schema(), id.name()).stream()
                .anyMatch(row -> truth(row, "seen"));
        if (!seen) {
            return Optional.of(new LastingEffect.UnseenTriggers(id));
        }
        Optional<String> trigger = dsl.fetch(TRIGGERS, id.schema(), id.name(), event).stream()
                .findFirst()
                .map(row -> text(row, "name"));
        return trigger.flatMap(name -> dsl.fetch(WITHOUT_TRANSACTIONS, id.schema()).stream()
                .findFirst()
                .map(row -> new LastingEffect.TriggerOutside(name, text(row, "name"))));
    }

    @Override
    public Optional<Long> statistics(DSLContext dsl, TableId id) {
        return dsl.fetch(STATISTICS, id.schema(), id.name()).stream()
                .findFirst()
                .map(row -> row.get("estimate", Long.class));
    }

    private static List<Key> keys(DSLContext dsl, TableId id) {
        List<Key> keys = new ArrayList<>();
        Rows.by("own_key", dsl.fetch(UNIQUE, id.schema(), id.name())).forEach((name, parts) -> {
            // A key over the first letters of a column, or over an expression, does not identify a row by its values.
            boolean plain =
                    parts.stream().allMatch(part -> part.get("own_column") != null && part.get("prefix") == null);
            if (plain) {
                keys.add(new Key(name, Rows.texts(parts, "own_column"), name.equals("PRIMARY")));
            }
        });
        return keys;
    }

    private static List<ForeignKey> foreignKeys(DSLContext dsl, TableId id) {
        List<ForeignKey> keys = new ArrayList<>();
        Rows.by("own_key", dsl.fetch(FOREIGN, id.schema(), id.name()))
                .forEach((name, parts) -> keys.add(new ForeignKey(
                        name,
                        Rows.texts(parts, "own_column"),
                        new TableId(text(parts.getFirst(), "target_schema"), text(parts.getFirst(), "target_name")),
                        Rows.texts(parts, "target_column"))));
        return keys;
    }

    private Column column(Record row, List<String> checks) {
        String name = text(row, "name");
        String fullType = text(row, "full_type");
        String extra = text(row, "extra").toLowerCase(Locale.ROOT);
        String json = "json_valid(`" + name.toLowerCase(Locale.ROOT).replace("`", "``") + "`)";
        boolean checkedAsJson =
                checks.stream().anyMatch(c -> c.toLowerCase(Locale.ROOT).contains(json));
        ValueKind kind = MariaDbTypes.kind(text(row, "data_type"), fullType, checkedAsJson);
        boolean computed = !text(row, "formula").isEmpty();
        return new Column(
                name,
                kind == ValueKind.JSON ? "json" : typeName(row, fullType),
                kind,
                number(row, "size"),
                number(row, "scale"),
                nullable(row),
                expression(row, kind, extra),
                computed
                        ? Generation.COMPUTED
                        : extra.contains("auto_increment") ? Generation.IDENTITY : Generation.NONE,
                MariaDbTypes.words(fullType),
                text(row, "comment"),
                rights(row),
                MariaDbTypes.special(kind),
                CharacterSet.ofMariaDb(text(row, "characters")));
    }

    /** Returns the default, followed by the ON UPDATE clause, which the server reports separately. */
    private Optional<String> expression(Record row, ValueKind kind, String extra) {
        Optional<String> written = Optional.ofNullable(row.get("expression", String.class))
                .map(found -> dialect == Dialect.MYSQL ? MySqlText.byDefault(found, kind, extra) : found);
        int onUpdate = extra.indexOf("on update");
        // A NOT NULL column without a default must be given on insert, even if it has an ON UPDATE clause.
        Optional<String> first = nullable(row) ? Optional.of(written.orElse("NULL")) : written;
        return onUpdate >= 0
                ? first.map(d -> d + " " + extra.substring(onUpdate))
                // MariaDB reports the missing default of a nullable column as the word NULL.
                : written.filter(d -> !d.equals("NULL"));
    }

    private static boolean nullable(Record row) {
        return text(row, "nullable").equals("YES");
    }

    /** Returns DATA_TYPE, with the word unsigned added, which DATA_TYPE leaves out and which changes the range. */
    private static String typeName(Record row, String fullType) {
        String name = text(row, "data_type");
        return fullType.toLowerCase(Locale.ROOT).contains(" unsigned") ? name + " unsigned" : name;
    }

    private static Table.Type type(Record row) {
        return text(row, "kind").equals("VIEW") ? Table.Type.VIEW : Table.Type.TABLE;
    }

    /** Returns the table's comment; empty for a view, which always has the comment VIEW. */
    private static String comment(Record row) {
        return type(row) == Table.Type.VIEW ? "" : text(row, "comment");
    }
}
