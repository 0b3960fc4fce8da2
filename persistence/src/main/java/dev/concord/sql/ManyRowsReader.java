package dev.concord.sql;

import dev.concord.database.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final TableAccess table;
    private final Transaction transaction;

    public ManyRowsReader(TableAccess table, Transaction transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** Reads rows without locking them; those that do not exist are left out. */
    public Map<RecordKey, Snapshot> plain(List<RecordKey> keys) throws SQLException {
        return read(keys, false);
    }

    /** Reads rows and locks them, one after the other in the order of their keys. */
    public Map<RecordKey, Snapshot> locked(List<RecordKey> keys) throws SQLException {
        return read(keys, true);
    }

    private Map<RecordKey, Snapshot> read(List<RecordKey> keys, boolean locked) throws SQLException {
        Map<RecordKey, Snapshot> found = LinkedHashMap.newLinkedHashMap(keys.size());
        // H2 finds a row by its index, and then compares it with one key of the list after the other.
        int most = table.sql().dialect() == Dialect.H2 ? MOST_KEYS_IN_H2 : MOST_ROWS;
        for (int start = 0; start < keys.size(); start += most) {
            read(keys.subList(start, Math.min(start + most, keys.size())), locked, found);
        }
        return found;
    }

    private void read(List<RecordKey> keys, boolean locked, Map<RecordKey, Snapshot> found) throws SQLException {
        // The last key is repeated up to a round number, so that a few texts serve every number of rows.
        int places = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        TableSql sql = table.sql();
        Parameters parameters = new Parameters();
        for (int i = 0; i < places; i++) {
            Row key = keys.get(Math.min(i, keys.size() - 1)).columns();
            sql.keyColumns().forEach(column -> parameters.and(sql.column(column), key.get(column)));
        }
        Row sample = keys.getFirst().columns();
        for (Row row :
                transaction.rows(statement(sample, places, locked), parameters).rows()) {
            Snapshot snapshot = table.reader().snapshot(row);
            found.put(snapshot.key(), snapshot);
        }
    }

    private RenderedStatement statement(Row sample, int places, boolean locked) {
        Statements statements = table.statements();
        return statements.cached(List.of("rows", Integer.toString(places), locked ? "locked" : ""), () -> {
            TableSql sql = table.sql();
            SelectSeekStepN<Record> select = DSL.select(sql.readings())
                    .from(sql.from())
                    .where(among(sample, places))
                    .orderBy(sql.keyColumns().stream().map(sql::stored).toList());
            return statements.reading(locked ? statements.locking(select, RowLock.FOR_UPDATE) : select);
        });
    }

    private Condition among(Row sample, int places) {
        List<Field<Value>> columns =
                table.sql().keyColumns().stream().map(table.sql()::stored).toList();
        List<Value> values = table.sql().keyColumns().stream().map(sample::get).toList();
        if (columns.size() == 1) {
            return columns.getFirst().in(Collections.nCopies(places, values.getFirst()));
        }
        RowN key = DSL.row(List.copyOf(columns));
        RowN one = DSL.row(IntStream.range(0, columns.size())
                .mapToObj(i -> DSL.val(values.get(i), columns.get(i)))
                .toList());
        return key.in(Collections.nCopies(places, one));
    }
}
