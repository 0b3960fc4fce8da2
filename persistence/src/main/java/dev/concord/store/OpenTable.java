package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.CatalogFault;
import dev.concord.catalog.Column;
import dev.concord.catalog.LastingEffect;
import dev.concord.catalog.Table;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.StoreFault;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.VersionToken;
import dev.concord.sql.AtOnceStatements;
import dev.concord.sql.RowReader;
import dev.concord.sql.Statements;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableShape;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions;
import dev.concord.version.GuardProposal;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One table with its guard and the meaning of its errors: what guarded writes need. Safe to share between threads. */
final class OpenTable {
    private final Catalog catalog;
    private final TableAccess access;
    private final TableGuard guard;
    private final Optional<GuardProposal> undecided;
    private final WriteErrors errors;
    private final Set<String> columnNames;
    private final Set<String> writableNames;

    /** Whether PostgreSQL's statements that are a transaction each are worth trying; each of them checks again by itself. */
    private volatile Optional<Boolean> settled = Optional.empty();

    /** Whether PostgreSQL's triggers may change a row during COMMIT; asked together with the other question. */
    private volatile boolean changedAtCommit;

    /**
     * Opens a table.
     *
     * @param undecided the column that looks like a version and that somebody has to decide about before the table is written
     */
    OpenTable(
            Catalog catalog,
            Table table,
            TableGuard guard,
            Optional<GuardProposal> undecided,
            Transactions transactions) {
        this.catalog = catalog;
        this.access = new TableAccess(table, guard, transactions);
        this.guard = guard;
        this.undecided = undecided;
        this.errors = new WriteErrors(access.sql(), transactions, this::changed);
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

    /** Reads the table from the catalog again and compares it; true as well when it cannot be read. */
    private boolean changed() {
        try {
            catalog.forget(table().id());
            return catalog.table(table().id())
                    .filter(now -> now.columns().equals(table().columns())
                            && now.rowKey().equals(table().rowKey())
                            && now.type() == table().type())
                    .isEmpty();
        } catch (CatalogFault fault) {
            return true;
        }
    }

    /** Returns the names of the table's own columns. */
    Set<String> columnNames() {
        return columnNames;
    }

    /** Returns those values that a statement may write. */
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
     * Whether one statement of PostgreSQL may be a whole write: its key is checked while it is parsed, and so is the table's shape, for
     * which the user has to be allowed to read every column. Where triggers or rules were seen it is not tried, because it would
     * only fail.
     */
    boolean oneStatementMayDo() {
        return sql().dialect() == Dialect.POSTGRESQL
                && table().whole()
                && TableShape.provesItsKey(table())
                && settled.orElseGet(this::askAgain);
    }

    /** Whether triggers may change a row during COMMIT after it was read back, as far as the catalog knew when it was asked. */
    boolean changedAtCommit() {
        return changedAtCommit;
    }

    /** Whether such a statement failed because of a trigger or a rule that was made since the catalog was asked. */
    boolean needsMoreThanOneStatement(SQLException error) {
        return AtOnceStatements.refused(error) && !askAgain();
    }

    private boolean askAgain() {
        boolean now = catalog.settledByStatement(table().id());
        changedAtCommit = !now && guard.writerKept() && catalog.hasDeferredTriggers();
        settled = Optional.of(now);
        return now;
    }

    /**
     * Asks the catalog what a write needs to know. During a transaction this would take a second connection, and many threads
     * that need two at once would wait for each other until the pool's time-out.
     */
    OpenTable readyToWrite() {
        if (sql().dialect() == Dialect.POSTGRESQL && settled.isEmpty()) {
            askAgain();
        }
        return this;
    }

    /** Whether an update in that transaction can return the row: in H2 in this process, where it can be asked whether the row stays so. */
    boolean returnsRows(Transaction transaction) throws SQLException {
        return table().whole() && transaction.inProcess();
    }

    /** Returns why a write that is rolled back may leave something behind; not to be asked during a transaction. */
    Optional<LastingEffect> lastingEffect(String event) {
        return catalog.lastingEffect(table().id(), event);
    }

    /** Whether writing those values may change the row once more by a reference that leads to it and passes new keys on. */
    boolean mayPassOn(Row values) {
        return Stream.concat(table().primaryKey().stream(), table().uniqueKeys().stream())
                .flatMap(key -> key.columns().stream())
                .anyMatch(values::has);
    }

    /** Returns the token the row must still have; empty where none is checked. */
    Optional<VersionToken> expected(Optional<VersionToken> token) {
        return guard.mode() == LockingMode.IGNORED ? Optional.empty() : token;
    }

    /** Returns a refusal when nobody has decided about a column that looks like a version. */
    Optional<Failure> undecided() {
        return undecided.map(proposal -> new Outcome.Refused(
                Outcome.Refused.Reason.VERSION_UNDECIDED, proposal.column().name()));
    }

    /** Returns a refusal when the table's mode requires a token and there is none. */
    Optional<Failure> tokenMissing(Optional<VersionToken> token) {
        return guard.mode() == LockingMode.REQUIRED && token.isEmpty()
                ? Optional.of(new Outcome.Refused(Outcome.Refused.Reason.TOKEN_REQUIRED, ""))
                : Optional.empty();
    }

    /** Reads for a write, in a transaction of its own; a failure of the database becomes a result. */
    <T> T read(RecordKey key, TransactionBody<T> reading, Function<Failure, T> unreadable) {
        try {
            return transactions().read(reading);
        } catch (StoreFault fault) {
            return unreadable.apply(WriteErrors.ofReading(fault, key, transactions()));
        }
    }
}
