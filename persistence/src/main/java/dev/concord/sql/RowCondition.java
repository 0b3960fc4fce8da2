package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.value.ValueTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The WHERE of a statement about one row: its key and, where a version column proves the row unchanged, the version it must
 * still have. Immutable.
 *
 * @param equalities each column with the value it must equal
 */
public record RowCondition(List<Equality> equalities) {

    /** A column and the value it must equal. */
    public record Equality(Column column, Value value) {}

    /** Returns the condition that a row has the key. */
    public static RowCondition of(TableSql sql, RecordKey key) {
        return of(sql, key, Optional.empty());
    }

    /** Returns the condition that a row has the key and, if given, the version. */
    public static RowCondition of(TableSql sql, RecordKey key, Optional<Equality> version) {
        List<Equality> all = new ArrayList<>();
        for (String column : sql.keyColumns()) {
            all.add(new Equality(sql.column(column), key.columns().get(column)));
        }
        version.ifPresent(all::add);
        return new RowCondition(all);
    }

    Condition in(TableSql sql) {
        return DSL.and(equalities.stream()
                .map(each -> sql.is(each.column().name(), each.value()))
                .toList());
    }

    /** Adds to a list all that the statement's text depends on. */
    void describe(List<String> key, ValueTransfer transfer) {
        for (Equality each : equalities) {
            Column column = each.column();
            Value value = each.value();
            key.add(column.name());
            key.add(value.isNull() ? "null" : transfer.placeholder(column, value));
        }
    }
}
