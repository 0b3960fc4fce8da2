package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.dialect.Dialect;
import dev.concord.version.RowWriter;
import dev.concord.version.TableGuard;
import dev.concord.version.VersionStep;
import java.util.Optional;

/**
 * One table as statements reach it: its SQL, its rendered statements, the reader of its rows and the transactions in which
 * they run. Immutable; safe to share between threads.
 */
public final class TableAccess {
    private final TableSql sql;
    private final Statements statements;
    private final Queries queries;
    private final AtOnceStatements atOnce;
    private final Transactions transactions;
    private final RowReader reader;
    private final Optional<Column> moving;

    /**
     * Prepares a table.
     *
     * @param guard says which hidden columns are read besides the table's own, and makes the token of each row read
     */
    public TableAccess(Table table, TableGuard guard, Transactions transactions) {
        this.sql = new TableSql(table, guard.hiddenColumns(), transactions.rendering());
        this.statements = new Statements(sql, transactions.rendering());
        this.queries = new Queries(transactions.rendering());
        this.atOnce = new AtOnceStatements(sql, statements);
        this.transactions = transactions;
        this.reader = new RowReader(sql, statements, guard);
        this.moving = sql.dialect() == Dialect.POSTGRESQL && RowWriter.keptFor(table)
                ? Optional.of(RowWriter.COLUMN)
                : guard.provingColumn().map(VersionStep::column);
    }

    /** Returns the table as the catalog described it. */
    public Table table() {
        return sql.table();
    }

    /** Returns the table's names and columns in SQL. */
    public TableSql sql() {
        return sql;
    }

    /** Returns the statements that read and write one row. */
    public Statements statements() {
        return statements;
    }

    /** Returns the queries that read many rows. */
    public Queries queries() {
        return queries;
    }

    /** Returns PostgreSQL's statements that each are a whole transaction. */
    public AtOnceStatements atOnce() {
        return atOnce;
    }

    /** Returns what writes rows as INSERT statements for people. */
    public InsertText insertText() {
        return new InsertText(sql, transactions.rendering());
    }

    /** Returns the transactions in which the table's statements run. */
    public Transactions transactions() {
        return transactions;
    }

    /**
     * Returns the column that has another value after each write of a row, whoever wrote it: PostgreSQL's own of the row's writer, or the version
     * that proves a row unchanged alone. Empty where only the whole row shows that it was written.
     */
    public Optional<Column> movingColumn() {
        return moving;
    }

    /** Returns the reader of single rows. */
    public RowReader reader() {
        return reader;
    }
}
