package dev.concord.query;

import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Counts rows in the order of a page: from one row to another some rows further on. The database walks over the rows in between,
 * by an index where the order has one. From mark to mark a whole table is counted in steps, each of which can be cancelled.
 */
final class RowCounter {
    private final ReadableTables tables;
    private final TableAccess table;
    private final TableSql sql;
    private final PageRequest request;
    private final PageOrder order;

    /**
     * Counts in the order and under the filter of a request.
     */
    RowCounter(ReadableTables tables, TableAccess table, PageRequest request) {
        this.tables = tables;
        this.table = table;
        this.sql = table.sql();
        this.request = request;
        this.order = PageOrder.of(sql, request.sort());
    }

    /**
     * Returns the mark some rows after another one, or the end of the table if that comes before.
     *
     * @param rows how many, at least 1
     * @return empty where rows cannot be compared in this order
     */
    public Optional<RowMark> after(RowMark from, long rows) {
        if (!order.byPosition() || from.atEnd()) {
            return Optional.empty();
        }
        return Optional.of(table.transactions().read(transaction -> walk(transaction.dsl(), from, rows)));
    }

    /**
     * Counts the rows before a place.
     *
     * @return empty where rows cannot be compared in this order
     */
    public Optional<Long> before(Position.Beside place) {
        if (!order.byPosition()) {
            return Optional.empty();
        }
        List<Keyset.Segment> segments = new Keyset(sql, order.terms(), false).from(place);
        Condition filter = new FilterSql(sql, tables).of(request.filter());
        return Optional.of(table.transactions().read(transaction -> segments.stream()
                .mapToLong(segment -> count(transaction.dsl(), filter.and(segment.condition())))
                .sum()));
    }

    /** Counts all rows that the filter lets through. */
    public long all() {
        return table.transactions()
                .read(transaction -> count(transaction.dsl(), new FilterSql(sql, tables).of(request.filter())));
    }

    private long count(DSLContext database, Condition condition) {
        return database.selectCount()
                .from(sql.from())
                .where(condition)
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    private RowMark walk(DSLContext database, RowMark from, long rows) {
        Keyset keyset = new Keyset(sql, order.terms(), true);
        List<Keyset.Segment> segments =
                from.position() instanceof Position.Beside beside ? keyset.from(beside) : keyset.all();
        List<Field<Value>> columns =
                order.terms().stream().map(term -> sql.reading(term.column())).toList();
        Condition filter = new FilterSql(sql, tables).of(request.filter());
        long missing = rows;
        for (Keyset.Segment segment : segments) {
            Condition condition = filter.and(segment.condition());
            Optional<Record> found = database.select(columns)
                    .from(sql.from())
                    .where(condition)
                    .orderBy(segment.order())
                    .limit(1)
                    .offset(missing)
                    .fetchOptional()
                    .map(record -> record);
            if (found.isPresent()) {
                return new RowMark(from.before() + rows, found.map(this::values));
            }
            // The segment has no more rows than that.
            missing -= count(database, condition);
        }
        return new RowMark(from.before() + rows - missing, Optional.empty());
    }

    private Row values(Record record) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < order.terms().size(); i++) {
            values.put(order.terms().get(i).column().name(), (Value) record.get(i));
        }
        return Row.of(values);
    }
}
