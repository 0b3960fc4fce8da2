package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Looks for a row that holds given values, the one with the highest key: a row that was inserted and whose key nobody was
 * told. Numbers with decimals and times are compared only where there is nothing else, because databases round them; long
 * texts, bytes and documents never are.
 */
public final class AlikeRow {
    private static final int LONGEST = 1000;
    private static final Set<ValueKind> KEPT_AS_GIVEN = EnumSet.of(
            ValueKind.TEXT, ValueKind.INTEGER, ValueKind.BOOLEAN, ValueKind.DATE, ValueKind.UUID, ValueKind.ENUM);
    private static final Set<ValueKind> ROUNDED = EnumSet.of(
            ValueKind.DECIMAL, ValueKind.NUMERIC, ValueKind.TIME, ValueKind.TIMESTAMP, ValueKind.ZONED_TIMESTAMP);

    private final TableAccess table;
    private final TableSql sql;
    private final Row values;

    public AlikeRow(TableAccess table, Row values) {
        this.table = table;
        this.sql = table.sql();
        this.values = values;
    }

    /** Reads the row; may read the whole table where no index helps. Empty where no value can be compared. */
    public Optional<Snapshot> read() {
        List<Condition> alike = conditions(KEPT_AS_GIVEN);
        if (alike.isEmpty()) {
            alike = conditions(ROUNDED);
        }
        if (alike.isEmpty() || sql.keyColumns().isEmpty()) {
            return Optional.empty();
        }
        Condition which = DSL.and(alike);
        return table.transactions().read(transaction -> {
            List<Column> key = sql.keyColumns().stream().map(sql::column).toList();
            List<Field<Value>> fields = key.stream().map(sql::reading).toList();
            List<SortField<Value>> highest = sql.keyColumns().stream()
                    .map(column -> sql.stored(column).desc())
                    .toList();
            Optional<Record> found =
                    transaction
                            .dsl()
                            .select(fields)
                            .from(sql.from())
                            .where(which)
                            .orderBy(highest)
                            .limit(1)
                            .fetch()
                            .stream()
                            .findFirst();
            return found.isEmpty()
                    ? Optional.<Snapshot>empty()
                    : table.reader().readCommitted(transaction, sql.keyOf(sql.row(found.get(), key)));
        });
    }

    private List<Condition> conditions(Set<ValueKind> kinds) {
        return values.values().entrySet().stream()
                .filter(value -> comparable(value.getKey(), value.getValue(), kinds))
                .map(value -> sql.is(value.getKey(), value.getValue()))
                .toList();
    }

    private boolean comparable(String column, Value value, Set<ValueKind> kinds) {
        return table.table()
                .column(column)
                .filter(found -> kinds.contains(found.kind()) && value.text().length() <= LONGEST)
                .isPresent();
    }
}
