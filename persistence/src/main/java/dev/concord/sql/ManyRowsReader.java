package dev.concord.sql;

import dev.concord.dialect.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectSeekStepN;
import org.jooq.impl.DSL;

/** Reads many rows of one table by their keys with one query. */
public final class ManyRowsReader {
    /** The most rows one query reads; more would be no faster, and hold more in memory. */
    public static final int MOST_ROWS = 512;

    private static final int MOST_KEYS_IN_H2 = 32;

    /**
     * The most values one query names. Databases allow some ten thousands, and SQLite's statements a million characters, with the names of
     * the columns for every row; and the more columns a key has, the longer each row is compared.
     */
    private static final int MOST_VALUES = 2048;

    private final TableAccess table;
    private final Transaction transaction;

    public ManyRowsReader(TableAccess table, Transaction transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** Reads rows without locking them, in a transaction that may have written them; those that do not exist are left out. */
    public Map<RecordKey, Snapshot> plain(List<RecordKey> keys) throws SQLException {
        return read(keys, Optional.empty(), table.reader()::snapshot);
    }

    /** Reads rows without locking them, in a transaction that writes nothing: the snapshots know their writers. */
    public Map<RecordKey, Snapshot> committed(List<RecordKey> keys) throws SQLException {
        return read(keys, Optional.empty(), table.reader()::settled);
    }

    /** Reads rows and locks them, one after the other in the order of their keys. */
    public Map<RecordKey, Snapshot> locked(List<RecordKey> keys, RowLock lock) throws SQLException {
        return read(keys, Optional.of(lock), table.reader()::snapshot);
    }

    private Map<RecordKey, Snapshot> read(
            List<RecordKey> keys, Optional<RowLock> lock, Function<Row, Snapshot> asSnapshot) throws SQLException {
        Map<RecordKey, Snapshot> found = LinkedHashMap.newLinkedHashMap(keys.size());
        int most = mostKeys();
        for (int start = 0; start < keys.size(); start += most) {
            for (Row row : rows(keys.subList(start, Math.min(start + most, keys.size())), lock)) {
                Snapshot snapshot = asSnapshot.apply(row);
                found.put(snapshot.key(), snapshot);
            }
        }
        return found;
    }

    private int mostKeys() {
        // H2 finds a row by its index, and then compares it with one key of the list after the other.
        int most = table.sql().dialect() == Dialect.H2 ? MOST_KEYS_IN_H2 : MOST_ROWS;
        int named = table.sql().keyColumns().size();
        return Math.clamp(Integer.highestOneBit(MOST_VALUES / named), 1, most);
    }

    private List<Row> rows(List<RecordKey> keys, Optional<RowLock> lock) throws SQLException {
        // The last key is repeated up to a round number, so that a few texts serve every number of rows.
        int places = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        TableSql sql = table.sql();
        List<Row> rows = new ArrayList<>(places);
        BoundParameters parameters = new BoundParameters();
        for (int i = 0; i < places; i++) {
            Row key = keys.get(Math.min(i, keys.size() - 1)).columns();
            sql.keyColumns().forEach(column -> parameters.and(sql.column(column), key.get(column)));
            rows.add(key);
        }
        return transaction.rows(statement(rows, lock), parameters).rows();
    }

    private RenderedStatement statement(List<Row> keys, Optional<RowLock> lock) {
        Statements statements = table.statements();
        List<String> text = new ArrayList<>(List.of(
                "rows", Integer.toString(keys.size()), lock.map(RowLock::name).orElse("")));
        List<List<String>> placeholders =
                keys.stream().map(table.sql()::placeholders).toList();
        // Nearly always all keys have the same.
        (Set.copyOf(placeholders).size() == 1 ? placeholders.subList(0, 1) : placeholders).forEach(text::addAll);
        return statements.cached(text, () -> {
            TableSql sql = table.sql();
            SelectSeekStepN<Record> select = DSL.select(sql.readings())
                    .from(sql.from())
                    .where(among(keys))
                    .orderBy(sql.keyColumns().stream().map(sql::compared).toList());
            return statements.reading(lock.isPresent() ? statements.locking(select, lock.get()) : select);
        });
    }

    private Condition among(List<Row> keys) {
        List<String> names = table.sql().keyColumns();
        List<Field<Value>> columns = names.stream().map(table.sql()::compared).toList();
        if (columns.size() == 1) {
            return columns.getFirst()
                    .in(keys.stream().map(key -> key.get(names.getFirst())).toList());
        }
        return DSL.row(List.copyOf(columns))
                .in(keys.stream().map(key -> row(key, columns)).toList());
    }

    private RowN row(Row key, List<Field<Value>> columns) {
        List<String> names = table.sql().keyColumns();
        return DSL.row(IntStream.range(0, columns.size())
                .mapToObj(i -> DSL.val(key.get(names.get(i)), columns.get(i)))
                .toList());
    }
}
