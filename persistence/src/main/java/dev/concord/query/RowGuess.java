package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.query.PageOrder.Term;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * Guesses where a part of a table is from the least and the greatest value of the first column of its order, as if the rows were
 * spread evenly between them. Two lookups in an index; counting makes the guess exact afterwards.
 */
final class RowGuess {
    private final TableAccess table;
    private final TableSql sql;
    private final PageOrder order;

    RowGuess(TableAccess table, PageRequest request) {
        this.table = table;
        this.sql = table.sql();
        this.order = PageOrder.of(sql, request.sort());
    }

    /**
     * Returns the place before which a part of the rows are.
     *
     * @param part from 0 to 1
     * @return empty where the first column of the order is neither a number nor a date
     */
    public Optional<Position> at(double part) {
        if (!order.byPosition() || order.terms().isEmpty()) {
            return Optional.empty();
        }
        Term first = order.terms().getFirst();
        Column column = first.column();
        Field<Value> field = sql.stored(column.name());
        Optional<Record2<Value, Value>> ends = table.transactions().read(transaction -> transaction
                .dsl()
                .select(sql.reading(column, DSL.min(field)), sql.reading(column, DSL.max(field)))
                .from(sql.from())
                .fetchOptional());
        return ends.flatMap(values -> between(
                        first.ascending() ? values.value1() : values.value2(),
                        first.ascending() ? values.value2() : values.value1(),
                        part))
                .map(value -> Position.before(Row.of(column.name(), value)));
    }

    static Optional<Value> between(Value from, Value to, double part) {
        BigDecimal share = BigDecimal.valueOf(part);
        if (from instanceof Value.Exact(BigDecimal least) && to instanceof Value.Exact(BigDecimal most)) {
            int scale = Math.max(0, Math.max(least.scale(), most.scale()));
            return Optional.of(
                    Value.of(least.add(most.subtract(least).multiply(share)).setScale(scale, RoundingMode.FLOOR)));
        }
        if (from instanceof Value.Date(LocalDate first) && to instanceof Value.Date(LocalDate last)) {
            long days = last.toEpochDay() - first.toEpochDay();
            return Optional.of(new Value.Date(first.plusDays((long) Math.floor(days * part))));
        }
        return Optional.empty();
    }
}
