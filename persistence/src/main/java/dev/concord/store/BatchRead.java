package dev.concord.store;

import dev.concord.database.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.Parameters;
import dev.concord.sql.RenderedStatement;
import dev.concord.sql.RowReader.Hold;
import dev.concord.sql.Statements;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transaction;
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
final class BatchRead {
    private static final int MOST_KEYS_IN_H2 = 32;

    private final OpenTable open;
    private final Transaction transaction;

    BatchRead(OpenTable open, Transaction transaction) {
        this.open = open;
        this.transaction = transaction;
    }

    Map<RecordKey, Snapshot> plain(List<RecordKey> keys) throws SQLException {
        return read(keys, false);
    }

    /** Locks them too, one after the other in the order of their keys. */
    Map<RecordKey, Snapshot> locked(List<RecordKey> keys) throws SQLException {
        return read(keys, true);
    }

    private Map<RecordKey, Snapshot> read(List<RecordKey> keys, boolean locked) throws SQLException {
        Map<RecordKey, Snapshot> found = LinkedHashMap.newLinkedHashMap(keys.size());
        // H2 finds a row by its index, and then compares it with one key of the list after the other.
        int most = open.sql().dialect() == Dialect.H2 ? MOST_KEYS_IN_H2 : BatchChunk.MOST_ROWS;
        for (int start = 0; start < keys.size(); start += most) {
            read(keys.subList(start, Math.min(start + most, keys.size())), locked, found);
        }
        return found;
    }

    private void read(List<RecordKey> keys, boolean locked, Map<RecordKey, Snapshot> found) throws SQLException {
        // The last key is repeated up to a round number, so that a few texts serve every number of rows.
        int places = Math.max(1, Integer.highestOneBit(keys.size() * 2 - 1));
        TableSql sql = open.sql();
        Parameters parameters = new Parameters();
        for (int i = 0; i < places; i++) {
            Row key = keys.get(Math.min(i, keys.size() - 1)).columns();
            sql.keyColumns().forEach(column -> parameters.and(sql.column(column), key.get(column)));
        }
        Row sample = keys.getFirst().columns();
        for (Row row :
                transaction.rows(statement(sample, places, locked), parameters).rows()) {
            Snapshot snapshot = open.reader().snapshot(row);
            found.put(snapshot.key(), snapshot);
        }
    }

    private RenderedStatement statement(Row sample, int places, boolean locked) {
        Statements statements = open.statements();
        return statements.kept(List.of("rows", Integer.toString(places), locked ? "locked" : ""), () -> {
            TableSql sql = open.sql();
            SelectSeekStepN<Record> select = DSL.select(sql.readings())
                    .from(sql.from())
                    .where(among(sample, places))
                    .orderBy(sql.keyColumns().stream().map(sql::stored).toList());
            return statements.reading(locked ? statements.locking(select, Hold.FOR_UPDATE) : select);
        });
    }

    private Condition among(Row sample, int places) {
        List<Field<Value>> columns =
                open.sql().keyColumns().stream().map(open.sql()::stored).toList();
        List<Value> values = open.sql().keyColumns().stream().map(sample::get).toList();
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
