package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.Dialect;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertSetStep;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectFinalStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.Update;
import org.jooq.impl.DSL;

/**
 * The statements of one table, each rendered by jOOQ when first needed and then cached: rendering takes several times as long
 * as running a statement in a local database. Safe to share between threads.
 */
public final class Statements {
    /** What the data dictionary of MySQL adds to a default; a literal may contain the same words. */
    private static final Pattern ON_UPDATE = Pattern.compile("(?i) on update [^'\"]*$");

    /** A literal, in which a back quote names no column. */
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    /** The most marks of too large values read by one statement; SQLite allows no more than 499 queries within one. */
    private static final int MARKS_AT_ONCE = 100;

    /** The most statements cached; then the cache is emptied. People use fewer different sets of changed columns. */
    private static final int MOST_CACHED = 1000;

    private final TableSql sql;
    private final Rendering rendering;
    private final Map<List<String>, RenderedStatement> cache = new ConcurrentHashMap<>();

    Statements(TableSql sql, Rendering rendering) {
        this.sql = sql;
        this.rendering = rendering;
    }

    /** Reads every column of one row. */
    RenderedStatement select(RowCondition which) {
        return cached(cacheKey("select", Row.EMPTY, which), () -> reading(selecting(which)));
    }

    /** Reads every column of one row, after waiting for those who write it. */
    public RenderedStatement selectLocked(RowCondition which, RowLock lock) {
        return cached(cacheKey(lock.name(), Row.EMPTY, which), () -> reading(locking(selecting(which), lock)));
    }

    /** Adds the lock to a query; SQLite has locked the whole file before. */
    SelectFinalStep<Record> locking(SelectForUpdateStep<Record> select, RowLock lock) {
        return switch (sql.dialect()) {
            case SQLITE -> select;
            case POSTGRESQL -> lock == RowLock.FOR_UPDATE ? select.forNoKeyUpdate() : select.forUpdate();
            case H2, MARIADB, MYSQL -> select.forUpdate();
        };
    }

    /** Returns no row, but the columns the table has now; where the user may not read all, those that are known. */
    public RenderedStatement shape() {
        return cached(List.of("shape"), () -> {
            List<SelectFieldOrAsterisk> columns = sql.table().whole()
                    ? List.of(DSL.asterisk())
                    : sql.table().columns().stream()
                            .<SelectFieldOrAsterisk>map(column -> sql.stored(column.name()))
                            .toList();
            return new RenderedStatement(
                    rendering.sql(DSL.select(columns).from(sql.from()).where(DSL.falseCondition())), List.of());
        });
    }

    /** Asks PostgreSQL whether policies choose the rows this user may write. */
    public RenderedStatement rowSecurity() {
        return cached(
                List.of("row security"),
                () -> new RenderedStatement(
                        rendering.sql(DSL.select(DSL.field("row_security_active({0})", DSL.inline(sql.quotedName())))),
                        List.of()));
    }

    /** Reads the database's clock as a value of the column's kind. */
    RenderedStatement clock(Column column) {
        return cached(
                List.of("clock", column.name()),
                () -> new RenderedStatement(
                        rendering.sql(DSL.select(sql.reading(column, now(column)))), List.of(column)));
    }

    /** Reads the value of a column's default in MySQL; empty without a default, and for one that names other columns, in back quotes. */
    public Optional<RenderedStatement> defaultValue(Column column) {
        return column.defaultExpression()
                .filter(made -> column.generation() == Column.Generation.NONE
                        && LITERAL.matcher(made).replaceAll("").indexOf('`') < 0)
                .map(made -> cached(List.of("default", column.name()), () -> {
                    Field<Object> value =
                            DSL.field(DSL.raw(ON_UPDATE.matcher(made).replaceFirst("")));
                    return new RenderedStatement(
                            rendering.sql(DSL.select(sql.reading(column, value))), List.of(column));
                }));
    }

    /** Sets some columns of one row, and adds to others. */
    public RenderedStatement update(Row values, List<Increment> added, RowCondition which) {
        return cached(
                cacheKey("update", values, added, which), () -> unread(updating(sql.from(), values, added, which)));
    }

    /** Sets some columns of one row, adds to others, and reads the whole row as it is before later triggers; in H2 only. */
    public RenderedStatement updateReturning(Row values, List<Increment> added, RowCondition which) {
        return cached(
                cacheKey("returning", values, added, which),
                () -> reading(DSL.resultQuery(
                        "select {0} from final table ({1})",
                        DSL.list(sql.readingsUnqualified()), updating(sql.from(), values, added, which))));
    }

    /** Deletes one row. */
    public RenderedStatement delete(RowCondition which) {
        return cached(cacheKey("delete", Row.EMPTY, which), () -> unread(deleting(sql.from(), which)));
    }

    Query deleting(Table<Record> from, RowCondition which) {
        return DSL.deleteFrom(from).where(which.in(sql).and(TableShape.unchanged(sql)));
    }

    /** Inserts a row and returns its key, in PostgreSQL also the transaction's number, in MySQL nothing. */
    public RenderedStatement insert(Row values) {
        return cached(cacheKey("insert", values, new RowCondition(List.of())), () -> {
            Query insert = inserting(values);
            List<Column> key = sql.keyColumns().stream().map(sql::column).toList();
            QueryPart keys = DSL.list(key.stream().map(sql::readingUnqualified).toList());
            return switch (sql.dialect()) {
                // Written out, because jOOQ asks SQLite for the last row inserted, which may be another one.
                case MARIADB, SQLITE ->
                    new RenderedStatement(rendering.sql(DSL.resultQuery("{0} returning {1}", insert, keys)), key);
                case POSTGRESQL -> {
                    List<Column> numbered = new ArrayList<>(key);
                    numbered.add(TransactionStatus.COLUMN);
                    yield new RenderedStatement(
                            rendering.sql(
                                    DSL.resultQuery("{0} returning {1}, " + TransactionStatus.NUMBER, insert, keys)),
                            numbered);
                }
                case H2 ->
                    new RenderedStatement(
                            rendering.sql(DSL.resultQuery("select {1} from final table ({0})", insert, keys)), key);
                case MYSQL -> unread(insert);
            };
        });
    }

    /** A number that the database would give is written where there is one: a row that was deleted keeps its key. */
    private Query inserting(Row values) {
        boolean numbered = sql.table().columns().stream()
                .anyMatch(column -> column.generation() == Generation.IDENTITY && values.has(column.name()));
        boolean overriding = numbered && (sql.dialect() == Dialect.POSTGRESQL || sql.dialect() == Dialect.H2);
        Map<Field<Value>, Value> assignments = assignments(values);
        InsertSetStep<Record> into = DSL.insertInto(sql.from());
        return overriding
                ? DSL.query(
                        "insert into {0} ({1}) overriding system value values ({2})",
                        sql.from(),
                        DSL.list(assignments.keySet().stream()
                                .map(Field::getUnqualifiedName)
                                .toList()),
                        DSL.list(assignments.entrySet().stream()
                                .map(set -> DSL.val(set.getValue(), set.getKey().getDataType()))
                                .toList()))
                : values.isEmpty() ? into.defaultValues() : into.set(assignments);
    }

    /** Renders a statement whose result, if it has one, is not read. */
    RenderedStatement unread(Query query) {
        return new RenderedStatement(rendering.sql(query), List.of());
    }

    /** Renders a query that returns whole rows. */
    public RenderedStatement reading(Query query) {
        return sql.marksLater()
                ? new RenderedStatement(rendering.sql(query), sql.readColumns(), List.of(), laterMarks())
                : new RenderedStatement(rendering.sql(query), sql.readColumns(), sql.markedColumns(), Optional.empty());
    }

    /** Returns the statements that read the marks of a wide table; empty where no key names a row to read them of. */
    private Optional<LaterMarks> laterMarks() {
        if (sql.keyColumns().isEmpty()) {
            return Optional.empty();
        }
        List<Column> marked = sql.markedColumns();
        List<LaterMarks.Part> parts = new ArrayList<>();
        for (int from = 0; from < marked.size(); from += MARKS_AT_ONCE) {
            List<Column> some = marked.subList(from, Math.min(from + MARKS_AT_ONCE, marked.size()));
            parts.add(new LaterMarks.Part(
                    rendering.sql(
                            DSL.select(some.stream().map(sql::mark).toList()).from(sql.from())),
                    some));
        }
        Field<String> any = DSL.when(anyOf(marked.stream().map(sql::tooLarge).toList()), DSL.inline("1"))
                .otherwise(DSL.inline("0"));
        return Optional.of(new LaterMarks(
                sql.keyColumns().stream()
                        .map(column -> new LaterMarks.KeyColumn(
                                sql.column(column), rendering.written().render(sql.compared(column))))
                        .toList(),
                rendering.sql(DSL.select(any).from(sql.from())),
                parts));
    }

    /** A chain of as many conditions would be too deep for SQLite, so they are nested in halves. */
    private static Condition anyOf(List<Condition> conditions) {
        int half = conditions.size() / 2;
        return half == 0
                ? conditions.getFirst()
                : DSL.condition(
                        "({0} or {1})",
                        anyOf(conditions.subList(0, half)), anyOf(conditions.subList(half, conditions.size())));
    }

    SelectConditionStep<Record> selecting(RowCondition which) {
        return DSL.select(sql.readings()).from(sql.from()).where(which.in(sql));
    }

    private Field<Object> now(Column column) {
        boolean zoned = column.kind() == ValueKind.ZONED_TIMESTAMP;
        return DSL.field(
                switch (sql.dialect()) {
                    case H2 -> zoned ? "current_timestamp(9)" : "localtimestamp(9)";
                    case POSTGRESQL -> zoned ? "clock_timestamp()" : "cast(clock_timestamp() as timestamp)";
                    case MARIADB, MYSQL -> "now(6)";
                    case SQLITE -> "strftime('%Y-%m-%dT%H:%M:%f', 'now')";
                });
    }

    Update<Record> updating(Table<Record> table, Row values, List<Increment> added, RowCondition which) {
        Map<Field<Value>, Object> assignments = new LinkedHashMap<>(assignments(values));
        for (Increment increment : added) {
            Field<Value> field = sql.stored(increment.column());
            Field<Value> by = DSL.val(Value.of(increment.by()), field);
            assignments.put(field, DSL.field("{0} + {1}", field.getDataType(), field, by));
        }
        return DSL.update(table).set(assignments).where(which.in(sql).and(TableShape.unchanged(sql)));
    }

    Map<Field<Value>, Value> assignments(Row values) {
        Map<Field<Value>, Value> assignments = new LinkedHashMap<>();
        values.forEach((column, value) -> assignments.put(sql.stored(column), value));
        return assignments;
    }

    /** Returns all that the text of a statement depends on. A list, because comparing words is faster than joining them. */
    List<String> cacheKey(String verb, Row values, RowCondition which) {
        return cacheKey(verb, values, List.of(), which);
    }

    private List<String> cacheKey(String verb, Row values, List<Increment> added, RowCondition which) {
        List<String> key = new ArrayList<>();
        key.add(verb);
        values.forEach((name, value) -> {
            key.add(name);
            key.add(rendering.transfer().placeholder(sql.column(name), value));
        });
        for (Increment increment : added) {
            key.add(increment.column());
            // All numbers have one placeholder.
            key.add("+=");
        }
        key.add("where");
        which.describe(key, rendering.transfer());
        return key;
    }

    /** Returns the cached statement of a key, rendered first if there is none. */
    RenderedStatement cached(List<String> key, Supplier<RenderedStatement> rendering) {
        RenderedStatement known = cache.get(key);
        if (known != null) {
            return known;
        }
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        return cache.computeIfAbsent(key, _ -> rendering.get());
    }
}
