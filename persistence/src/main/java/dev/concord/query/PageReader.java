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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Reads one page of a table. Where the order allows it, the page starts after the last row of the previous page, which takes
 * the same time at any depth; otherwise the rows before it are skipped by OFFSET. Never counts the rows of the table.
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

    public PageReader(TableAccess table, PageRequest request) {
        this.table = table;
        this.sql = table.sql();
        this.request = request;
    }

    /**
     * Reads the page with one query. Where the database cannot sort by the key, for example because it lacks the key's
     * collation, the rows come without that order.
     */
    public Page read() {
        PageOrder order = PageOrder.of(sql, request.sort());
        PageOrder withoutKey = order.withoutKey(request.sort());
        if (!request.after().map(Position::byKey).orElse(true)) {
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
        PageReader reader = new PageReader(table, new PageRequest(table.table().id(), List.of(), Optional.empty(), 1));
        return table.table().type() == Table.Type.TABLE
                ? reader.read()
                : table.transactions().read(transaction -> {
                    transaction
                            .dsl()
                            .select(reader.shown())
                            .from(reader.sql.from())
                            .where(DSL.falseCondition())
                            .fetch();
                    return new Page(List.of(), Optional.empty());
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
        List<Column> cut = cutSeekColumns(order);
        List<Field<Value>> selected = new ArrayList<>(shown());
        cut.forEach(column -> selected.add(sql.reading(column)));
        var ordered = database.select(selected)
                .from(sql.from())
                .where(request.after().map(order::after).orElseGet(order::fromStart))
                .orderBy(order.fields());
        // One row more than asked for tells whether there is another page.
        List<Record> records = new ArrayList<>(ordered.limit(request.limit() + 1)
                .offset(order.byPosition() ? 0 : rowsBefore())
                .fetch());
        boolean more = records.size() > request.limit();
        if (more) {
            records.removeLast();
        }
        List<Row> rows = records.stream().map(record -> row(record, columns)).toList();
        return new Page(rows, more ? Optional.of(position(records.getLast(), order)) : Optional.empty());
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

    private Position position(Record last, PageOrder order) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        List<Column> columns = sql.table().columns();
        int cut = columns.size();
        for (Column column : order.seekColumns()) {
            int index = whole(column) ? columns.indexOf(column) : cut++;
            values.put(column.name(), (Value) last.get(index));
        }
        return new Position(Row.of(values), rowsBefore() + request.limit(), order.hasKey());
    }

    private long rowsBefore() {
        return request.after().map(Position::offset).orElse(0L);
    }
}
