package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Row;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<SqlFault.Kind> MAY_BE_OF_THE_ORDER =
            EnumSet.of(SqlFault.Kind.OTHER, SqlFault.Kind.NOT_CARRIED_OUT, SqlFault.Kind.TYPE, SqlFault.Kind.RAISED);

    /** What a result may have in every database, with a few to spare: PostgreSQL allows 1664, the others more. */
    private static final int MOST_COLUMNS = 1650;

    private final TableAccess table;
    private final TableSql sql;
    private final PageRequest request;
    private final Condition filter;

    /**
     * Reads a page of a table.
     *
     * @param tables where the tables are found whose names the request's filter asks for
     */
    public PageReader(TableAccess table, PageRequest request, ReadableTables tables) {
        this(table, request, new FilterSql(table.sql(), tables).of(request.filter()));
    }

    private PageReader(TableAccess table, PageRequest request, Condition filter) {
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
                new PageReader(table, PageRequest.first(table.table().id(), List.of(), 1), DSL.noCondition());
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
        return table.transactions().read(transaction -> read(transaction.dsl(), order));
    }

    private List<Field<Value>> shown() {
        return sql.table().columns().stream().map(this::shown).toList();
    }

    private Page read(DSLContext database, PageOrder asked) {
        List<Column> columns = sql.table().columns();
        PageOrder order = columns.size() + cutSeekColumns(asked).size() > MOST_COLUMNS ? asked.byOffset() : asked;
        return order.byPosition() ? beside(database, order) : counted(database, order);
    }

    /** Reads segment by segment until the page is full. */
    private Page beside(DSLContext database, PageOrder order) {
        boolean forwards = request.forwards();
        Keyset keyset = new Keyset(sql, order.terms(), forwards);
        List<Keyset.Segment> segments =
                switch (request.position()) {
                    case Position.Beside place -> keyset.from(place);
                    case Position.End end -> (end == Position.End.FIRST) == forwards ? keyset.all() : List.of();
                    // Somebody changed the table since.
                    case Position.Counted _ -> keyset.all();
                };
        List<Record> records = new ArrayList<>();
        for (Keyset.Segment segment : segments) {
            // One row more than asked for tells whether there is another page.
            int missing = request.limit() + 1 - records.size();
            if (missing > 0) {
                records.addAll(selected(database, order, segment.condition())
                        .orderBy(segment.order())
                        .limit(missing)
                        .fetch());
            }
        }
        boolean more = records.size() > request.limit();
        if (more) {
            records.removeLast();
        }
        Optional<Position> back =
                Optional.of(request.position()).filter(position -> !(position instanceof Position.End));
        if (records.isEmpty()) {
            return forwards ? new Page(List.of(), back, Optional.empty()) : new Page(List.of(), Optional.empty(), back);
        }
        List<Record> inOrder = forwards ? records : records.reversed();
        Optional<Position> before = Optional.of(Position.before(seekValues(inOrder.getFirst(), order)));
        Optional<Position> after = Optional.of(Position.after(seekValues(inOrder.getLast(), order)));
        boolean beforeIsKnown = forwards ? back.isPresent() : more;
        boolean afterIsKnown = forwards ? more : back.isPresent();
        return new Page(rows(inOrder), before.filter(_ -> beforeIsKnown), after.filter(_ -> afterIsKnown));
    }

    /** Counts off the rows before the page. */
    private Page counted(DSLContext database, PageOrder order) {
        long place =
                switch (request.position()) {
                    case Position.Counted(long rows, boolean _) -> rows;
                    case Position.End end when end == Position.End.LAST -> count(database);
                    case Position.End _, Position.Beside _ -> 0;
                };
        long first = request.forwards() ? place : Math.max(0, place - request.limit());
        long most = request.forwards() ? request.limit() : place - first;
        List<Record> records = new ArrayList<>(selected(database, order, DSL.noCondition())
                .orderBy(order.fields(true))
                .limit(most + 1)
                .offset(first)
                .fetch());
        boolean more = records.size() > most;
        if (more) {
            records.removeLast();
        }
        long last = first + records.size();
        return new Page(
                rows(records),
                first > 0 ? Optional.of(new Position.Counted(first, order.hasKey())) : Optional.empty(),
                more ? Optional.of(new Position.Counted(last, order.hasKey())) : Optional.empty());
    }

    private long count(DSLContext database) {
        return database.selectCount()
                .from(sql.from())
                .where(filter)
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    private SelectConditionStep<Record> selected(DSLContext database, PageOrder order, Condition condition) {
        List<Field<Value>> selected = new ArrayList<>(shown());
        cutSeekColumns(order).forEach(column -> selected.add(sql.reading(column)));
        return database.select(selected).from(sql.from()).where(filter).and(condition);
    }

    private List<Row> rows(List<Record> records) {
        List<Column> columns = sql.table().columns();
        return records.stream().map(record -> row(record, columns)).toList();
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

    /** Some databases cut a beginning off in the middle of a character. */
    private Row row(Record record, List<Column> columns) {
        Row row = sql.row(record, columns);
        for (Column column : columns) {
            Value value = row.get(column.name());
            if (value instanceof Value.Malformed && !whole(column)) {
                row = row.with(column.name(), StoredText.withoutCutCharacter(value));
            }
        }
        return row;
    }

    private boolean mayBeLong(Column column) {
        return sql.anyTypeAnywhere()
                || switch (column.kind()) {
                    case TEXT -> column.size() == 0 || column.size() > Page.TEXT_LENGTH;
                    case JSON, BINARY, OTHER -> true;
                    default -> false;
                };
    }

    private Row seekValues(Record record, PageOrder order) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        List<Column> columns = sql.table().columns();
        int cut = columns.size();
        for (Column column : order.seekColumns()) {
            int index = whole(column) ? columns.indexOf(column) : cut++;
            values.put(column.name(), (Value) record.get(index));
        }
        return Row.of(values);
    }
}
