package dev.concord.sql;

import dev.concord.dialect.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.SelectFinalStep;
import org.jooq.impl.DSL;

/**
 * Reads and locks one row, waiting for the lock as long as the caller allows instead of as long as the session does. A
 * setting it changes for that is restored before the next statement.
 */
public final class LockingReader {
    private final TableAccess table;
    private final LockWait wait;

    public LockingReader(TableAccess table, LockWait wait) {
        this.table = table;
        this.wait = wait;
    }

    /** Returns the row; empty when it does not exist or, if locked rows are skipped, when it is locked. */
    public Optional<Snapshot> read(Transaction transaction, RecordKey key) throws SQLException {
        if (!(wait instanceof LockWait.UpTo bounded)) {
            return select(transaction, key);
        }
        try (LimitExtension _ = new LimitExtension(transaction, bounded.longest())) {
            return read(transaction, key, bounded);
        }
    }

    private Optional<Snapshot> read(Transaction transaction, RecordKey key, LockWait.UpTo bounded) throws SQLException {
        return switch (table.sql().dialect()) {
            case POSTGRESQL -> {
                // An error ends the transaction and the setting with it.
                String before = transaction.text("with before as materialized"
                        + " (select current_setting('lock_timeout') as setting)"
                        + " select setting, set_config('lock_timeout', '" + bounded.millis() + "', true) from before");
                Optional<Snapshot> row = select(transaction, key);
                transaction.text("select set_config('lock_timeout', '" + before + "', true)");
                yield row;
            }
            case MYSQL -> {
                String before = transaction.text("select @@session.innodb_lock_wait_timeout");
                transaction.execute("set session innodb_lock_wait_timeout = " + bounded.seconds());
                try {
                    yield select(transaction, key);
                } finally {
                    transaction.execute("set session innodb_lock_wait_timeout = " + before);
                }
            }
            case H2, MARIADB, SQLITE -> select(transaction, key);
        };
    }

    private Optional<Snapshot> select(Transaction transaction, RecordKey key) throws SQLException {
        RowCondition which = RowCondition.of(table.sql(), key);
        return transaction
                .rows(statement(which), BoundParameters.of(which))
                .first()
                .map(table.reader()::snapshot);
    }

    private RenderedStatement statement(RowCondition which) {
        Statements statements = table.statements();
        List<String> key = statements.cacheKey("lock " + wait, Row.EMPTY, which);
        return statements.cached(key, () -> {
            SelectFinalStep<Record> locking = statements.locking(statements.selecting(which), RowLock.FOR_UPDATE);
            return statements.reading(
                    switch (table.sql().dialect()) {
                        case SQLITE -> locking;
                        case POSTGRESQL, MYSQL ->
                            switch (wait) {
                                case LockWait.NoWait _ -> DSL.resultQuery("{0} nowait", locking);
                                case LockWait.SkipLocked _ -> DSL.resultQuery("{0} skip locked", locking);
                                case LockWait.UpTo _ -> locking;
                            };
                        case H2, MARIADB ->
                            switch (wait) {
                                case LockWait.NoWait _ -> DSL.resultQuery("{0} nowait", locking);
                                case LockWait.SkipLocked _ -> DSL.resultQuery("{0} skip locked", locking);
                                case LockWait.UpTo bounded ->
                                    DSL.resultQuery("{0} wait {1}", locking, DSL.inline(waiting(bounded)));
                            };
                    });
        });
    }

    private BigDecimal waiting(LockWait.UpTo bounded) {
        return table.sql().dialect() == Dialect.H2
                ? BigDecimal.valueOf(bounded.millis(), 3)
                : BigDecimal.valueOf(bounded.seconds());
    }
}
