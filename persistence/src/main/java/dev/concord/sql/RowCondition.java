package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.sql.TableSql.Compared;
import dev.concord.value.ValueTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The WHERE of a statement about one row: its key, and the version it must still have where a version column proves it.
 *
 * @param compared each column with the value it must equal
 */
public record RowCondition(List<Compared> compared) {

    public static RowCondition of(TableSql sql, RecordKey key) {
        return of(sql, key, Optional.empty());
    }

    public static RowCondition of(TableSql sql, RecordKey key, Optional<Compared> version) {
        List<Compared> all = new ArrayList<>();
        for (String column : sql.keyColumns()) {
            all.add(new Compared(sql.column(column), key.columns().get(column)));
        }
        version.ifPresent(all::add);
        return new RowCondition(all);
    }

    Condition in(TableSql sql) {
        return DSL.and(compared.stream()
                .map(each -> sql.is(each.column().name(), each.value()))
                .toList());
    }

    public void bind(Parameters parameters) {
        compared.forEach(each -> parameters.andCompared(each.column(), each.value()));
    }

    /** What the statement's text depends on. */
    void describe(List<String> shape, ValueTransfer transfer) {
        for (Compared each : compared) {
            Column column = each.column();
            Value value = each.value();
            shape.add(column.name());
            shape.add(value.isNull() ? "null" : transfer.placeholder(column, value));
        }
    }
}
