package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.version.TableGuard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Reads one whole row of a table with its token, locked or not. */
final class RowReader {
    private final TableSql sql;
    private final TableGuard guard;

    RowReader(TableSql sql, TableGuard guard) {
        this.sql = sql;
        this.guard = guard;
    }

    /** How firmly a row is held until the transaction ends. */
    enum Hold {
        /** No other writer may change it; rows that refer to it may still be inserted. */
        FOR_UPDATE,
        /** Nobody may change it or refer to it: for deleting it or changing its key. */
        FOR_DELETE
    }

    Optional<Snapshot> read(DSLContext database, RecordKey key) {
        return only(select(database, key).fetch());
    }

    /** Waits for other writers, then reads what they left. */
    Optional<Snapshot> readLocked(DSLContext database, RecordKey key, Hold hold) {
        SelectConditionStep<Record> select = select(database, key);
        return only(
                switch (sql.dialect()) {
                    case SQLITE -> select.fetch();
                    case POSTGRESQL ->
                        hold == Hold.FOR_UPDATE
                                ? select.forNoKeyUpdate().fetch()
                                : select.forUpdate().fetch();
                    case H2, MARIADB, MYSQL -> select.forUpdate().fetch();
                });
    }

    private SelectConditionStep<Record> select(DSLContext database, RecordKey key) {
        return database.select(sql.readings(columns())).from(sql.from()).where(sql.is(key));
    }

    /** A key that names several rows names none: the writing statement finds out and says so. */
    private Optional<Snapshot> only(List<Record> records) {
        return records.stream().findFirst().map(this::snapshot);
    }

    private Snapshot snapshot(Record record) {
        Row row = sql.row(record, columns());
        return new Snapshot(sql.keyOf(row), row, guard.token(row), Instant.now());
    }

    private List<Column> columns() {
        return sql.table().columns();
    }
}
