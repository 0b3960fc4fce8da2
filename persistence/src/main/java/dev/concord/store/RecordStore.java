package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.CatalogFault;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.InterruptDeferral;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.Arrival;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.RetryOutcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.query.DependentRows;
import dev.concord.query.Page;
import dev.concord.query.PageReader;
import dev.concord.query.PageRequest;
import dev.concord.query.ReferenceLookup;
import dev.concord.query.RowPlaces;
import dev.concord.query.VersionPage;
import dev.concord.query.WholePage;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.InsertText;
import dev.concord.sql.LockWait;
import dev.concord.sql.ManyRowsReader;
import dev.concord.store.OpenTables.TableForWriting;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The only way to read and write rows. Every write is one guarded statement or a short guarded READ COMMITTED transaction; its
 * expected results are {@link Outcome}s, only faults are thrown. Safe to share between threads; never call it on the FX
 * thread.
 */
public final class RecordStore {
    private final OpenTables tables;

    /** Makes a store of an open database; the policies say how each table's writes are checked. */
    public RecordStore(Database database, Catalog catalog, Policies policies) {
        this(new OpenTables(database, catalog, policies));
    }

    private RecordStore(OpenTables tables) {
        this.tables = tables;
    }

    /** Returns the tables of the database. */
    public Catalog catalog() {
        return tables.catalog();
    }

    /** Returns how writes to a table are checked, its policy applied to the table as it was read; asks no database. */
    public TableGuard guardOf(Table table) {
        return tables.guardOf(table);
    }

    /** Returns how writes to a table are checked, its policy applied to the table as it is; empty if there is no such table. */
    public Optional<TableGuard> guardOf(TableId table) {
        return tables.find(table).map(OpenTable::guard);
    }

    /** Returns how tables are guarded. */
    public Policies policies() {
        return tables.policies();
    }

    /**
     * Guards tables differently from now on: somebody has decided. A draft whose base was read under another guard of its table
     * is stale once, and is merged with the same row.
     */
    public void guardBy(Policies policies) {
        tables.guardBy(policies);
    }

    /** Returns how records are named for people, in lookups and filters by name as in titles. */
    public RecordNames names() {
        return tables.names();
    }

    /** Names records differently from now on. */
    public void nameBy(RecordNames names) {
        tables.nameBy(names);
    }

    /** Whether every write is refused because the database was opened for reading only. */
    public boolean readOnly() {
        return tables.database().readOnly();
    }

    /** Whether the database answers at the moment; blocks as {@link Database#reachable} does. */
    public boolean reachable() {
        return tables.database().reachable();
    }

    /**
     * Runs a task whenever a read or a write of the database, of whatever store, finds its connection lost, or gets none: at
     * once, by the thread that reads or writes.
     *
     * @return ends that
     */
    public Runnable whenConnectionLost(Runnable task) {
        return tables.database().whenConnectionLost(task);
    }

    /**
     * Reads one row with its version token; empty when it does not exist.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Optional<Snapshot> find(RecordKey key) {
        return tables.read(key.table(), table -> table.transactions()
                        .read(transaction -> table.reader().readCommitted(transaction, key)))
                .flatMap(Function.identity());
    }

    /**
     * Reads several rows of one table with their tokens, hundreds with one query; rows that do not exist are left out.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Map<RecordKey, Snapshot> findAll(TableId table, List<RecordKey> keys) {
        return tables.read(table, access -> access.transactions()
                        .read(transaction -> new ManyRowsReader(access, transaction).committed(keys)))
                .orElseGet(Map::of);
    }

    /**
     * Looks whether a save has arrived whose program ended before it was answered. Reads the whole table where a new row was
     * sent without a key and no index helps.
     *
     * @param sent what was saved or, without a base, inserted
     * @throws StoreFault when the database cannot be read
     */
    public Arrival arrivalOf(Draft sent) {
        return tables.read(sent.table(), access -> new ArrivalCheck(access, sent).run())
                .orElseGet(Arrival.Unseen::new);
    }

    /**
     * Reads some rows of a table for a list; no rows when there is no such table.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Page page(PageRequest request) {
        return tables.read(request.table(), table -> new PageReader(table, request, tables).read())
                .orElse(Page.EMPTY);
    }

    /**
     * Reads some rows of a table with their tokens, each whole; no rows when there is no such table.
     *
     * @throws StoreFault when the database cannot be read
     */
    public WholePage wholePage(PageRequest request) {
        return tables.read(request.table(), table -> PageReader.whole(table, request, tables))
                .orElse(WholePage.EMPTY);
    }

    /**
     * Reads, of some rows of a table, the key and what every write of the row moves, to find out which rows somebody has written.
     *
     * @param request in the order of the key
     * @return empty where nothing but the whole row shows that it was written, and when there is no such table
     * @throws StoreFault when the database cannot be read
     */
    public Optional<VersionPage> versions(PageRequest request) {
        return tables.read(request.table(), table -> PageReader.versions(table, request, tables))
                .flatMap(Function.identity());
    }

    /**
     * Whether a value shown in a page may be another one in the row itself, which {@link #find} reads whole; asks no database.
     */
    public boolean mayBeCut(Column column, Value shown) {
        return Page.mayBeCut(column, shown, tables.database().dialect());
    }

    /**
     * Writes rows as INSERT statements of this database, one after the other, each with its semicolon and on a line of its own; values may
     * contain line breaks. Writes nothing to the database.
     *
     * @param columns the columns to write; those that the database computes are left out
     * @return empty where no column is left, or there is no such table
     * @throws StoreFault when the catalog cannot be read
     */
    public String insertText(TableId table, List<String> columns, List<Row> rows) {
        return tables.read(table, access -> {
                    InsertText text = access.insertText();
                    List<Column> written = text.columns(columns);
                    return written.isEmpty()
                            ? ""
                            : rows.stream()
                                    .map(row -> text.of(written, row) + ";\n")
                                    .collect(Collectors.joining());
                })
                .orElse("");
    }

    /**
     * Finds out whether a table can be read: reads one of its rows, or of a view the columns only, whose whole query might
     * have to run for one row.
     *
     * @return the row of a table; no row of a view, or when there is no such table
     * @throws StoreFault when the table cannot be read
     */
    public Page probe(TableId table) {
        return tables.read(table, access -> PageReader.probe(access)).orElse(Page.EMPTY);
    }

    /**
     * Reads, and returns as an outcome whatever the database reports against it.
     *
     * <pre>{@code
     * switch (store.reading(from -> from.page(request))) {
     *     case ReadOutcome.Read<Page>(Page page) -> show(page);
     *     case ReadOutcome.Unreadable<Page> why -> explain(why);
     * }
     * }</pre>
     *
     * @param read uses this store and its catalog
     */
    public <T> ReadOutcome<T> reading(Function<RecordStore, T> read) {
        try {
            return new ReadOutcome.Read<>(read.apply(this));
        } catch (CatalogFault fault) {
            return tables.unreadable(new StoreFault(fault));
        } catch (StoreFault fault) {
            return tables.unreadable(fault);
        }
    }

    /** Returns what finds out how many rows there are, and where the row of a number is. */
    public RowPlaces places() {
        return new RowPlaces(tables);
    }

    /** Returns the lookup of the rows that foreign keys refer to. */
    public ReferenceLookup references() {
        return new ReferenceLookup(tables, tables.transactions());
    }

    /**
     * Returns the statements that a write would run together with others, for a person to read: the guard is in the condition of
     * the last one or, where no version proves the row unchanged, it is the reading before it, which is compared with the
     * write's token. Runs none of them.
     *
     * @return none where nothing would be written, or there is no such table
     * @throws StoreFault when the database cannot be read
     */
    public List<StatementText> statementsOf(RowWrite write) {
        return tables.find(write.table())
                .map(open -> new WriteStatements(open).of(write))
                .orElseGet(List::of);
    }

    /** Returns what counts the rows that refer to others, before these are deleted. */
    public DependentRows dependents() {
        return new DependentRows(tables, tables.catalog(), tables.transactions());
    }

    /**
     * Inserts a draft without a base. A number for an identity is written as given, on every database, also where the database
     * would always give one itself, so that a deleted row can keep its key; numbers that the database gives later may meet it.
     */
    public InsertOutcome insert(Draft draft) {
        if (draft.base().isPresent()) {
            throw new IllegalArgumentException("A draft with a base is saved, not inserted");
        }
        return this.<InsertOutcome>write(draft.table(), why -> why, writes -> writes.insert(draft.changes()));
    }

    /**
     * Writes a draft's changes if the row is still the draft's base; the database adds the numbers that the draft
     * {@link Draft#added adds} to what the row holds. A draft without changes writes nothing.
     *
     * @throws IllegalArgumentException when the draft is new, or its row is to be deleted
     */
    public SaveOutcome save(Draft draft) {
        Snapshot base = new RowWrite.Update(draft).base();
        return this.<SaveOutcome>write(draft.table(), why -> why, writes -> writes.save(base, draft));
    }

    /** Saves a draft, or inserts a new one, in a transaction that is always rolled back. */
    public DryRunOutcome dryRun(Draft draft) {
        return this.<DryRunOutcome>write(draft.table(), DryRunOutcome.Fails::new, writes -> draft.base()
                .map(base -> writes.dryRun(base, draft))
                .orElseGet(() -> writes.dryRunInsert(draft.changes())));
    }

    /**
     * Returns whether a row that is {@link Outcome.Gone} is deleted or hidden. Writes nothing.
     *
     * @param last the row as it was read last
     */
    public RowAbsence absenceOf(Snapshot last) {
        return this.<RowAbsence>write(
                last.key().table(),
                why -> why instanceof TableChanged ? RowAbsence.DELETED : RowAbsence.UNKNOWN,
                writes -> writes.absenceOf(last));
    }

    /** Deletes a row if it is still the snapshot. */
    public DeleteOutcome delete(Snapshot snapshot) {
        return this.<DeleteOutcome>write(snapshot.key().table(), why -> why, writes -> writes.delete(snapshot));
    }

    /**
     * Writes values to a row of which the program has kept the key and the token only.
     *
     * <pre>{@code
     * switch (store.updateIf(key, Optional.of(token), Row.of("stock", Value.of(3)))) {
     *     case Outcome.Saved(Snapshot now) -> answer(now.token());
     *     case Outcome.Stale(Snapshot theirs) -> conflict(theirs);
     *     case Outcome.Gone(RecordKey missing) -> notFound(missing);
     *     case Outcome.Failure why -> explain(why);
     * }
     * }</pre>
     *
     * <p>The table's mode says how the token is checked: {@code required} refuses a write without one, {@code optional} checks
     * one that is given, {@code ignored} checks none. Where tokens are checked, a wrong one is {@link Outcome.Stale}. A version
     * among the values is written as given, whatever number it is; the token is checked all the same.
     *
     * @param values the columns to write; the others stay. Without any, the token is checked and nothing is written
     */
    public SaveOutcome updateIf(RecordKey key, Optional<VersionToken> token, Row values) {
        return this.<SaveOutcome>write(key.table(), why -> why, writes -> writes.updateIf(key, token, values));
    }

    /** Deletes a row of which only key and token are known; the token is checked as by {@link #updateIf}. */
    public DeleteOutcome deleteIf(RecordKey key, Optional<VersionToken> token) {
        return this.<DeleteOutcome>write(key.table(), why -> why, writes -> writes.deleteIf(key, token));
    }

    /**
     * Adds to the number a row holds at the time of the write: for counters and stock. Needs no token in any mode, and two
     * simultaneous increments both count. The version moves as well, so that an older draft is stale instead of overwriting the
     * sum.
     *
     * <pre>{@code
     * store.increment(key, Increment.of("stock", -1).notBelow(0));
     * }</pre>
     *
     * <p>Nothing is written, and {@link Outcome.Rejected} names the column, where there is no number to add to
     * ({@code NOT_NULL}), the number does not fit the column ({@code TYPE}, {@code OUT_OF_RANGE}), or the sum would break
     * the given limit or a constraint ({@code CHECK}).
     *
     * @throws IllegalArgumentException when the column is part of the key or is the version
     */
    public SaveOutcome increment(RecordKey key, Increment increment) {
        return this.<SaveOutcome>write(key.table(), why -> why, writes -> writes.increment(key, increment));
    }

    /** Adds to a number, without a limit. */
    public SaveOutcome increment(RecordKey key, String column, BigDecimal by) {
        return increment(key, Increment.of(column, by));
    }

    /**
     * Moves a row's version and nothing else: for a parent row whose children changed, so that drafts of the parent become
     * stale. The token is checked as by {@link #updateIf}.
     *
     * <pre>{@code
     * store.insert(Draft.newRow(lines).with("order_id", order.key().columns().get("id")));
     * store.touch(order.key(), order.token());
     * }</pre>
     *
     * <p>{@link Outcome.Refused.Reason#NO_VERSION} where the table has no version, or one only the database can move.
     */
    public SaveOutcome touch(RecordKey key, Optional<VersionToken> token) {
        return this.<SaveOutcome>write(key.table(), why -> why, writes -> writes.touch(key, token));
    }

    /**
     * Returns a store with every mode {@code ignored}: it checks no tokens, and the rows it reads carry none. Versions still
     * move, so that other writers notice its writes. This store does not change and checks as before.
     */
    public RecordStore unchecked() {
        return inMode(LockingMode.IGNORED);
    }

    /**
     * Returns a store with every table in one mode, for a caller that has modes of its own: in mode {@code optional} whatever is read carries
     * its token, and a write is checked if it is given one. It guards tables as this store does at any time; this store does not change.
     */
    public RecordStore inMode(LockingMode mode) {
        return new RecordStore(tables.inMode(mode));
    }

    /** Runs work on a store that does not check: {@code store.unchecked(free -> free.save(draft))}. */
    public <T> T unchecked(Function<RecordStore, T> work) {
        return work.apply(unchecked());
    }

    /**
     * Locks a row and works on it in one transaction: for rows with many writers, where most writes without a lock would be
     * stale, and for work that must not fail at its end. The token is checked as by {@link #updateIf}, against the row as it is
     * when it is locked.
     *
     * <pre>{@code
     * LockOutcome<Boolean> sold = store.locked(key, Optional.of(token), LockWait.upTo(Duration.ofSeconds(1)), row -> {
     *     boolean free = row.snapshot().row().get("buyer").isNull();
     *     if (free) {
     *         row.update(Row.of("buyer", Value.of("Ana")));
     *     }
     *     return free;
     * });
     * }</pre>
     *
     * <p>The wait applies to the lock of this row only; afterwards the session's own time-out is as before. SQLite locks the
     * whole file, so there the wait is for the file.
     *
     * @param work runs at most once, on this thread; it must not use the store, whose other connections would wait for the
     *     lock. An exception it throws rolls everything back and is rethrown
     */
    public <T> LockOutcome<T> locked(
            RecordKey key, Optional<VersionToken> token, LockWait wait, Function<LockedRow, T> work) {
        return this.<LockOutcome<T>>write(
                key.table(), LockOutcome.Undone::new, writes -> writes.locked(key, token, wait, work));
    }

    /** Whether rows can be {@link #hold held}: not in SQLite, where all writers would wait for one person. */
    public boolean holdsRows() {
        return !readOnly() && tables.database().dialect() != Dialect.SQLITE;
    }

    /**
     * Locks a row, waits for a person's decision, and writes it. Blocks this thread and one connection of the pool until then.
     * Other writers of the row get {@link Outcome.LockTimeout}; readers do not wait.
     */
    public HoldOutcome hold(RecordKey key, Reservation reservation) {
        return this.<HoldOutcome>write(key.table(), HoldOutcome.Ended::new, writes -> writes.hold(key, reservation));
    }

    /**
     * Runs commutative work: reads the row, changes it and saves it, and repeats this with the newer row when the save was stale
     * or the row stayed locked.
     *
     * <pre>{@code
     * store.retry(key, draft -> draft.with("tags", Value.of(draft.get("tags").text() + " new")), Retry.STANDARD);
     * }</pre>
     *
     * <p>No other outcome is retried: a rejected value would be rejected again, and a write that is {@link Outcome.Unconfirmed}
     * may have happened. A row that cannot be read ends it with what a write would have been told. Where no token is checked (mode {@code ignored}, or {@link #unchecked()}) other writers are not noticed,
     * and the last writer wins: lock the row there.
     *
     * @param work must be right for any values of the row; runs once for each try. A draft without changes counts as saved
     */
    public RetryOutcome retry(RecordKey key, UnaryOperator<Draft> work, Retry retry) {
        return new RetryLoop(this::find, this::save, tables.transactions(), retry).run(key, work);
    }

    /**
     * Saves many drafts, each guarded as by {@link #save}, at little more than the cost of a JDBC batch.
     *
     * <pre>{@code
     * if (!store.saveAll(drafts, BatchPolicy.ABORT_ALL).complete()) {
     *     explainWhyNothingWasSaved();
     * }
     * }</pre>
     *
     * @param drafts each with a base, at most one for each row; of any tables
     * @throws IllegalArgumentException when a draft is new, or two are of one row
     */
    public BatchOutcome saveAll(List<Draft> drafts, BatchPolicy policy) {
        return writeAll(drafts.stream().<RowWrite>map(RowWrite.Update::new).toList(), policy);
    }

    /**
     * Inserts, updates and deletes many rows, of any tables, each guarded as if it were written alone: in one transaction, or
     * each by itself. New rows are written before those that refer to them, and rows are deleted after those that refer to
     * them, also within one table; a row that gives up a unique value is written before the one that takes it. Where rows
     * refer to each other in a circle the order is that of the kinds (inserts, updates, deletes), and the database decides.
     *
     * <p>A new row cannot refer to another new row of the batch whose key the database makes: its key is not known yet.
     *
     * @param writes at most one for each existing row
     * @throws IllegalArgumentException when two are of one row
     */
    public BatchOutcome writeAll(List<RowWrite> writes, BatchPolicy policy) {
        return InterruptDeferral.call(() -> new Batch(tables, writes).run(policy));
    }

    /**
     * Carries out writes in the order given, all in one transaction, each guarded as if it were written alone: for writes that depend on what
     * the ones before them made, such as a row that refers to another new one whose key the database makes. A row may be written
     * several times.
     *
     * <pre>{@code
     * store.writeInOrder(List.of(
     *         new WriteStep(orders, _ -> new RowWrite.Insert(order)),
     *         new WriteStep(lines, before -> new RowWrite.Insert(lineOf.apply(before.getFirst())))));
     * }</pre>
     *
     * @return all are saved, or none: then one entry says why
     */
    public BatchOutcome writeInOrder(List<WriteStep> steps) {
        BatchOutcome outcome = InterruptDeferral.call(() -> new OrderedBatch(tables, steps).run());
        for (int i = 0; i < steps.size(); i++) {
            if (outcome.entries().get(i) instanceof BatchOutcome.NotSaved(TableChanged _)) {
                tables.catalog().forget(steps.get(i).table());
            }
        }
        return outcome;
    }

    /** Writes to a table; what the catalog knows of the table is discarded when the outcome shows that it is out of date. */
    private <O> O write(TableId table, Function<Failure, O> unavailable, Function<Writes, O> work) {
        O outcome = InterruptDeferral.call(() -> switch (tables.forWriting(table)) {
            case TableForWriting.Ready(OpenTable open) ->
                work.apply(new Writes(open, tables.database().readOnly()));
            case TableForWriting.Unavailable(Failure why) -> unavailable.apply(why);
        });
        if (outcome instanceof TableChanged
                || (outcome instanceof Outcome.Refused(Outcome.Refused.Reason reason, String _)
                        && reason == Outcome.Refused.Reason.NOT_PERMITTED)
                || outcome instanceof LockOutcome.Undone<?>(TableChanged _)
                || outcome instanceof DryRunOutcome.Fails(TableChanged _)
                || outcome instanceof HoldOutcome.Ended(TableChanged _)) {
            tables.catalog().forget(table);
        }
        return outcome;
    }
}
