package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.StoreFault;
import dev.concord.record.ColumnNames;
import dev.concord.record.Row;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.sql.RenderedQuery;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * Reads one page of a table, forwards or backwards. Where the order allows it, the page begins beside a row, which takes the same
 * time at any depth; otherwise the rows before it are skipped by OFFSET, and those of the last page are counted first.
 */
public final class PageReader {
    /** What a database reports when it cannot sort; other errors would be the same in any order. */
    private static final Set<SqlFault.Kind> MAY_BE_OF_THE_ORDER = EnumSet.of(
            SqlFault.Kind.OTHER,
            SqlFault.Kind.NOT_CARRIED_OUT,
            SqlFault.Kind.TYPE,
            SqlFault.Kind.CHARACTER,
            SqlFault.Kind.RAISED);

    /** What a result may have in every database, with a few to spare: PostgreSQL allows 1664, the others more. */
    private static final int MOST_COLUMNS = 1650;

    /** Rows missing from a page are asked for in multiples of this, so that a few texts serve every number. */
    private static final int SOME_ROWS = 32;

    /** Before the name of a column that is read a second time; no column of a table has such a name. */
    private static final char SECOND = '\0';

    private final TableAccess table;
    private final TableSql sql;
    private final PageRequest request;
    private final Supplier<Condition> filter;

    /**
     * Reads a page of a table.
     *
     * @param tables where the tables are found whose names the request's filter asks for
     */
    public PageReader(TableAccess table, PageRequest request, ReadableTables tables) {
        this(table, request, () -> new FilterSql(table.sql(), tables).of(request.filter()));
    }

    private PageReader(TableAccess table, PageRequest request, Supplier<Condition> filter) {
        this.table = table;
        this.sql = table.sql();
        this.request = request;
        this.filter = filter;
    }

    /**
     * Reads the page. Where the database cannot sort by the key, for example because it lacks the key's collation, the rows come
     * without that order.
     */
    public Page read() {
        PageOrder order = PageOrder.of(sql, request.sort());
        PageOrder withoutKey = order.withoutKey(request.sort());
        if (request.position() instanceof Position.Counted(long _, boolean byKey) && !byKey) {
            return read(withoutKey);
        }
        try {
            return read(order);
        } catch (StoreFault fault) {
            boolean anotherOrderMayHelp = table.transactions()
                    .reported(fault)
                    .filter(error -> MAY_BE_OF_THE_ORDER.contains(error.kind()))
                    .isPresent();
            if (!anotherOrderMayHelp
                    || withoutKey.terms().size() == order.terms().size()) {
                throw fault;
            }
            return read(withoutKey);
        }
    }

    /** Reads one row of a table, or of a view its columns only, to find out whether it can be read. */
    public static Page probe(TableAccess table) {
        PageReader reader =
                new PageReader(table, PageRequest.first(table.table().id(), List.of(), 1), DSL::noCondition);
        return table.table().type() == Table.Type.TABLE
                ? reader.read()
                : table.transactions().read(transaction -> {
                    transaction
                            .dsl()
                            .select(reader.shown())
                            .from(reader.sql.from())
                            .where(DSL.falseCondition())
                            .fetch();
                    return Page.EMPTY;
                });
    }

    private Page read(PageOrder order) {
        return table.transactions().read(transaction -> read(transaction, order));
    }

    private List<Field<Value>> shown() {
        return sql.table().columns().stream().map(this::shown).toList();
    }

    private Page read(Transaction transaction, PageOrder asked) throws SQLException {
        List<Column> columns = sql.table().columns();
        PageOrder order = columns.size() + cutSeekColumns(asked).size() > MOST_COLUMNS ? asked.byOffset() : asked;
        return order.byPosition() ? beside(transaction, order) : counted(transaction, order);
    }

    /**
     * All that a query for one segment depends on.
     *
     * @param segment its condition and its order, without their values
     */
    private record Shape(
            List<PageRequest.Sort> sort, boolean forwards, RowFilter filter, int limit, List<Object> segment) {}

    /** Reads segment by segment until the page is full. */
    private Page beside(Transaction transaction, PageOrder order) throws SQLException {
        boolean forwards = request.forwards();
        Keyset keyset = new Keyset(sql, order.terms(), forwards);
        List<Keyset.Segment> segments =
                switch (request.position()) {
                    case Position.Beside place -> keyset.from(place);
                    case Position.End end -> (end == Position.End.FIRST) == forwards ? keyset.all() : List.of();
                    // Somebody changed the table since.
                    case Position.Counted _ -> keyset.all();
                };
        List<Row> read = new ArrayList<>(request.limit() + 1);
        for (Keyset.Segment segment : segments) {
            // One row more than asked for tells whether there is another page.
            int missing = request.limit() + 1 - read.size();
            if (missing > 0) {
                RenderedQuery query = query(
                        order, segment, Math.min(Math.ceilDiv(missing, SOME_ROWS) * SOME_ROWS, request.limit() + 1));
                read.addAll(transaction
                        .rows(query.statement(), query.with(segment.values()))
                        .rows());
            }
        }
        boolean more = read.size() > request.limit();
        List<Row> rows = more ? read.subList(0, request.limit()) : read;
        Optional<Position> back =
                Optional.of(request.position()).filter(position -> !(position instanceof Position.End));
        if (rows.isEmpty()) {
            return forwards ? new Page(List.of(), back, Optional.empty()) : new Page(List.of(), Optional.empty(), back);
        }
        List<Row> inOrder = forwards ? rows : rows.reversed();
        Optional<Position> before = Optional.of(Position.before(seekValues(inOrder.getFirst(), order)));
        Optional<Position> after = Optional.of(Position.after(seekValues(inOrder.getLast(), order)));
        boolean beforeIsKnown = forwards ? back.isPresent() : more;
        boolean afterIsKnown = forwards ? more : back.isPresent();
        return new Page(shown(inOrder, order), before.filter(_ -> beforeIsKnown), after.filter(_ -> afterIsKnown));
    }

    private RenderedQuery query(PageOrder order, Keyset.Segment segment, int rows) {
        Shape shape = new Shape(request.sort(), request.forwards(), request.filter(), rows, segment.shape());
        return table.queries().cached(shape, () -> {
            Condition where = filter.get();
            return table.queries()
                    .rendered(
                            selected(order, where.and(segment.condition()))
                                    .orderBy(segment.order())
                                    .limit(DSL.inline(rows)),
                            reads(order),
                            where);
        });
    }

    /** Counts off the rows before the page. */
    private Page counted(Transaction transaction, PageOrder order) throws SQLException {
        Condition where = filter.get();
        long place =
                switch (request.position()) {
                    case Position.Counted(long rows, boolean _) -> rows;
                    case Position.End end when end == Position.End.LAST -> count(transaction.dsl(), where);
                    case Position.End _, Position.Beside _ -> 0;
                };
        long first = request.forwards() ? place : Math.max(0, place - request.limit());
        long most = request.forwards() ? request.limit() : place - first;
        RenderedQuery query = table.queries()
                .rendered(
                        selected(order, where)
                                .orderBy(order.fields(true))
                                .limit(DSL.inline(most + 1))
                                .offset(DSL.inline(first)),
                        reads(order),
                        where);
        List<Row> read = transaction.rows(query.statement(), query.filter()).rows();
        boolean more = read.size() > most;
        List<Row> rows = more ? read.subList(0, (int) most) : read;
        long last = first + rows.size();
        return new Page(
                shown(rows, order),
                first > 0 ? Optional.of(new Position.Counted(first, order.hasKey())) : Optional.empty(),
                more ? Optional.of(new Position.Counted(last, order.hasKey())) : Optional.empty());
    }

    private long count(DSLContext database, Condition where) {
        return database.selectCount()
                .from(sql.from())
                .where(where)
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    private SelectConditionStep<Record> selected(PageOrder order, Condition condition) {
        List<Field<Value>> selected = new ArrayList<>(shown());
        cutSeekColumns(order).forEach(column -> selected.add(sql.reading(column)));
        return DSL.select(selected).from(sql.from()).where(condition);
    }

    /** The columns of the result: those shown, then those of the order that are read whole as well. */
    private List<Column> reads(PageOrder order) {
        List<Column> reads = new ArrayList<>();
        sql.table().columns().forEach(column -> reads.add(shownAsLength(column) ? length(column) : column));
        cutSeekColumns(order).forEach(column -> reads.add(column.named(second(column))));
        return reads;
    }

    private static String second(Column column) {
        return SECOND + column.name();
    }

    /** Makes the rows of a page of those read. */
    private List<Row> shown(List<Row> read, PageOrder order) {
        List<Column> columns = sql.table().columns();
        List<Column> cut = columns.stream().filter(column -> !whole(column)).toList();
        if (cut.isEmpty()) {
            return read;
        }
        boolean second = !cutSeekColumns(order).isEmpty();
        ColumnNames names = ColumnNames.of(columns.stream().map(Column::name).toList());
        return read.stream()
                .map(row -> withoutCutCharacters(second ? row.first(names) : row, cut))
                .toList();
    }

    /** Some databases cut a beginning off in the middle of a character. */
    private static Row withoutCutCharacters(Row row, List<Column> cut) {
        Row shown = row;
        for (Column column : cut) {
            Value value = shown.get(column.name());
            if (value instanceof Value.Malformed) {
                shown = shown.with(column.name(), StoredText.withoutCutCharacter(value));
            }
        }
        return shown;
    }

    /** The columns of the order of which the page shows a part only, so that they are read whole as well. */
    private List<Column> cutSeekColumns(PageOrder order) {
        return order.seekColumns().stream().filter(column -> !whole(column)).toList();
    }

    private Field<Value> shown(Column column) {
        return whole(column) ? sql.reading(column) : sql.beginning(column, Page.TEXT_LENGTH);
    }

    private boolean whole(Column column) {
        return sql.keyColumns().contains(column.name()) || !mayBeLong(column);
    }

    private boolean shownAsLength(Column column) {
        return column.kind() == ValueKind.BINARY && !whole(column) && !sql.anyTypeAnywhere();
    }

    /** The number of a column's bytes, which the page shows in its place. */
    private static Column length(Column column) {
        return new Column(
                column.name(),
                "bigint",
                ValueKind.INTEGER,
                0,
                0,
                column.nullable(),
                Optional.empty(),
                Column.Generation.COMPUTED,
                List.of(),
                "");
    }

    private boolean mayBeLong(Column column) {
        return sql.anyTypeAnywhere()
                || switch (column.kind()) {
                    case TEXT -> column.size() == 0 || column.size() > Page.TEXT_LENGTH;
                    case JSON, BINARY, OTHER -> true;
                    default -> false;
                };
    }

    private Row seekValues(Row row, PageOrder order) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (Column column : order.seekColumns()) {
            values.put(column.name(), row.get(whole(column) ? column.name() : second(column)));
        }
        return Row.of(values);
    }
}
