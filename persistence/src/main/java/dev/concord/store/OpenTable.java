package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.database.Dialect;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.VersionToken;
import dev.concord.sql.RowReader;
import dev.concord.sql.Statements;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One table, ready to be read and written: made once, kept as long as the table is the same. Safe to share. */
final class OpenTable {
    private final Catalog catalog;
    private final TableAccess access;
    private final TableGuard guard;
    private final WriteErrors errors;
    private final Set<String> columnNames;
    private final Set<String> writableNames;
    private volatile Optional<Boolean> settled = Optional.empty();

    OpenTable(Catalog catalog, Table table, TableGuard guard, Transactions transactions) {
        this.catalog = catalog;
        this.access = new TableAccess(table, guard, transactions);
        this.guard = guard;
        this.errors = new WriteErrors(access.sql(), transactions);
        this.columnNames = new HashSet<>();
        this.writableNames = new HashSet<>();
        for (Column column : table.columns()) {
            columnNames.add(column.name());
            if (column.writable()) {
                writableNames.add(column.name());
            }
        }
    }

    /** Returns what statements need to reach the table. */
    TableAccess access() {
        return access;
    }

    Table table() {
        return access.table();
    }

    TableSql sql() {
        return access.sql();
    }

    Statements statements() {
        return access.statements();
    }

    Transactions transactions() {
        return access.transactions();
    }

    RowReader reader() {
        return access.reader();
    }

    /** Returns how writes to the table are checked. */
    TableGuard guard() {
        return guard;
    }

    /** Returns the meaning of the errors that its statements cause. */
    WriteErrors errors() {
        return errors;
    }

    /** Returns the names of the table's own columns. */
    Set<String> columnNames() {
        return columnNames;
    }

    /** The values a statement may write. */
    Row writable(Row values) {
        return writableNames.containsAll(values.columns().list())
                ? values
                : values.only(table().columns().stream()
                        .map(Column::name)
                        .filter(writableNames::contains)
                        .toList());
    }

    /** Whether writing those values changes a row's key. */
    boolean moves(Row values) {
        for (String column : sql().keyColumns()) {
            if (values.has(column)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a statement can return the row as it will stay. Only H2 and PostgreSQL return a row that was updated, and
     * only where no trigger or rule changes it afterwards.
     */
    boolean returnsRows() {
        Dialect dialect = sql().dialect();
        if (dialect != Dialect.H2 && dialect != Dialect.POSTGRESQL) {
            return false;
        }
        Optional<Boolean> known = settled;
        if (known.isEmpty()) {
            known = Optional.of(catalog.settledByStatement(table().id()));
            settled = known;
        }
        return known.get();
    }

    /**
     * Learns beforehand what a write needs to know. Asked in the middle of a transaction, it would take a second
     * connection, and many who do that at once wait for each other until the pool gives up.
     */
    OpenTable readyToWrite() {
        returnsRows();
        return this;
    }

    /** The token a write must meet; empty where none is checked. */
    Optional<VersionToken> expected(Optional<VersionToken> token) {
        return guard.mode() == LockingMode.IGNORED ? Optional.empty() : token;
    }

    /** Refuses a write without a token where the table's mode requires one. */
    Optional<Failure> tokenMissing(Optional<VersionToken> token) {
        return guard.mode() == LockingMode.REQUIRED && token.isEmpty()
                ? Optional.of(new Outcome.Refused(Outcome.Refused.Reason.TOKEN_REQUIRED, ""))
                : Optional.empty();
    }

    /** Reads, in a transaction of its own, for a write to a row; that it cannot be read is an answer, too. */
    <T> T read(RecordKey key, TransactionBody<T> reading, Function<Failure, T> unreadable) {
        try {
            return transactions().read(reading);
        } catch (StoreFault fault) {
            return unreadable.apply(WriteErrors.ofReading(fault, key, transactions()));
        }
    }
}
