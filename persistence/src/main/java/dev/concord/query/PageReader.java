package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Row;
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

    /** Rows missing from a page are asked for in multiples of this, so that a few texts serve every number. */
    private static final int SOME_ROWS = 32;

    private final TableAccess table;
    private final TableSql sql;
    private final PageRequest request;
    private final PageColumns columns;
    private final Supplier<Condition> filter;

    /**
     * Reads a page of a table.
     *
     * @param tables where the tables are found whose names the request's filter asks for
     */
    public PageReader(TableAccess table, PageRequest request, ReadableTables tables) {
        this(table, request, new PreviewColumns(table), filter(table, request, tables));
    }

    private PageReader(TableAccess table, PageRequest request, PageColumns columns, Supplier<Condition> filter) {
        this.table = table;
        this.sql = table.sql();
        this.request = request;
        this.columns = columns;
        this.filter = filter;
    }

    private static Supplier<Condition> filter(TableAccess table, PageRequest request, ReadableTables tables) {
        return () -> new FilterSql(table.sql(), tables).of(request.filter());
    }

    /**
     * Reads a page of whole rows with their tokens, in a transaction that writes nothing.
     *
     * @param tables where the tables are found whose names the request's filter asks for
     */
    public static WholePage whole(TableAccess table, PageRequest request, ReadableTables tables) {
        Page page = new PageReader(table, request, new WholeColumns(table), filter(table, request, tables)).read();
        return new WholePage(page.rows().stream().map(table.reader()::settled).toList(), page.previous(), page.next());
    }

    /**
     * Reads a page of keys, each with what every write of its row moves.
     *
     * @param tables where the tables are found whose names the request's filter asks for
     * @return empty where the table has no key, or nothing but the whole row shows that it was written
     * @throws IllegalArgumentException when another order than the key's is asked for
     */
    public static Optional<VersionPage> versions(TableAccess table, PageRequest request, ReadableTables tables) {
        return table.movingColumn()
                .filter(_ -> !table.sql().keyColumns().isEmpty())
                .map(moving -> versions(table, request, tables, moving));
    }

    private static VersionPage versions(TableAccess table, PageRequest request, ReadableTables tables, Column moving) {
        if (!request.sort().isEmpty()) {
            throw new IllegalArgumentException("Versions are read in the order of the key");
        }
        PageColumns columns = new VersionColumns(table, moving);
        Page page = new PageReader(table, request, columns, filter(table, request, tables)).read();
        return new VersionPage(
                page.rows().stream()
                        .map(row -> new VersionPage.Version(table.sql().keyOf(row), row.get(moving.name())))
                        .toList(),
                page.next());
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
        PreviewColumns columns = new PreviewColumns(table);
        PageRequest one = PageRequest.first(table.table().id(), List.of(), 1);
        return table.table().type() == Table.Type.TABLE
                ? new PageReader(table, one, columns, DSL::noCondition).read()
                : table.transactions().read(transaction -> {
                    transaction
                            .dsl()
                            .select(columns.fields())
                            .from(table.sql().from())
                            .where(DSL.falseCondition())
                            .fetch();
                    return Page.EMPTY;
                });
    }

    private Page read(PageOrder order) {
        return table.transactions().read(transaction -> read(transaction, order));
    }

    private Page read(Transaction transaction, PageOrder order) throws SQLException {
        return order.byPosition() ? beside(transaction, order) : counted(transaction, order);
    }

    /**
     * All that a query for one segment depends on.
     *
     * @param columns the kind of what is read of each row
     * @param segment its condition and its order, without their values
     */
    private record Shape(
            Class<?> columns,
            List<PageRequest.Sort> sort,
            boolean forwards,
            RowFilter filter,
            int limit,
            List<Object> segment) {}

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
        return new Page(
                columns.rows(inOrder, order), before.filter(_ -> beforeIsKnown), after.filter(_ -> afterIsKnown));
    }

    private RenderedQuery query(PageOrder order, Keyset.Segment segment, int rows) {
        Shape shape = new Shape(
                columns.getClass(), request.sort(), request.forwards(), request.filter(), rows, segment.shape());
        return table.queries().cached(shape, () -> {
            Condition where = filter.get();
            return columns.query(
                    selected(order, where.and(segment.condition()))
                            .orderBy(segment.order())
                            .limit(DSL.inline(rows)),
                    order,
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
        RenderedQuery query = columns.query(
                selected(order, where)
                        .orderBy(order.fields(true))
                        .limit(DSL.inline(most + 1))
                        .offset(DSL.inline(first)),
                order,
                where);
        List<Row> read = transaction.rows(query.statement(), query.filter()).rows();
        boolean more = read.size() > most;
        List<Row> rows = more ? read.subList(0, (int) most) : read;
        long last = first + rows.size();
        return new Page(
                columns.rows(rows, order),
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
        return DSL.select(columns.fields(order)).from(sql.from()).where(condition);
    }

    private Row seekValues(Row row, PageOrder order) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (Column column : order.seekColumns()) {
            values.put(column.name(), row.get(column.name()));
        }
        return Row.of(values);
    }
}
