package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.outcome.RetryOutcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.query.Page;
import dev.concord.query.PageReader;
import dev.concord.query.PageRequest;
import dev.concord.query.ReferenceLookup;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.sql.ManyRowsReader;
import dev.concord.store.OpenTables.TableForWriting;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The one way to read and write rows. Every write is one guarded statement or a short guarded READ COMMITTED
 * transaction; what can be expected to happen is an {@link Outcome}, only faults are thrown. Safe to share between
 * threads; never call it on the FX thread.
 */
public final class RecordStore {
    private final OpenTables tables;

    /** A store over an open database; the policies say how each table's writes are checked. */
    public RecordStore(Database database, Catalog catalog, Policies policies) {
        this(new OpenTables(database, catalog, policies));
    }

    private RecordStore(OpenTables tables) {
        this.tables = tables;
    }

    /** What the database holds. */
    public Catalog catalog() {
        return tables.catalog();
    }

    /** How writes to a table are checked here, its policy being applied to the table as it is; empty if there is none. */
    public Optional<TableGuard> guardOf(TableId table) {
        return tables.find(table).map(OpenTable::guard);
    }

    /** Whether every write is refused because the database was opened for reading only. */
    public boolean readOnly() {
        return tables.database().readOnly();
    }

    /**
     * Reads one row with its version token; empty when it is not there.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Optional<Snapshot> find(RecordKey key) {
        return tables.read(key.table(), table -> table.transactions()
                        .read(transaction -> table.reader().read(transaction, key)))
                .flatMap(Function.identity());
    }

    /**
     * Reads several rows of one table with their tokens, hundreds with one query; rows that are not there are left out.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Map<RecordKey, Snapshot> findAll(TableId table, List<RecordKey> keys) {
        return tables.read(table, access -> access.transactions()
                        .read(transaction -> new ManyRowsReader(access, transaction).plain(keys)))
                .orElseGet(Map::of);
    }

    /**
     * Reads the next rows of a table, for looking at; no rows when there is no such table.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Page page(PageRequest request) {
        return tables.read(request.table(), table -> new PageReader(table, request).read())
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    /** Foreign keys as people read them, with a check that what they refer to is there. */
    public ReferenceLookup references() {
        return new ReferenceLookup(tables, tables.transactions());
    }

    /** Inserts a draft without a base. */
    public InsertOutcome insert(Draft draft) {
        if (draft.base().isPresent()) {
            throw new IllegalArgumentException("A draft with a base is saved, not inserted");
        }
        return this.<InsertOutcome>write(draft.table(), why -> why, writes -> writes.insert(draft.changes()));
    }

    /**
     * Writes a draft's changes if the row is still the draft's base; what the draft {@link Draft#added adds} is added to
     * what the row holds, by the database. A draft without changes writes nothing.
     */
    public SaveOutcome save(Draft draft) {
        Snapshot base = draft.base().orElseThrow(() -> new IllegalArgumentException("A draft without a base is new"));
        return this.<SaveOutcome>write(draft.table(), why -> why, writes -> writes.save(base, draft));
    }

    /** Tries a save, or for a new draft an insert, in a transaction that is always rolled back. */
    public DryRunOutcome dryRun(Draft draft) {
        return this.<DryRunOutcome>write(draft.table(), DryRunOutcome.Fails::new, writes -> draft.base()
                .map(base -> writes.dryRun(base, draft))
                .orElseGet(() -> writes.dryRunInsert(draft.changes())));
    }

    /** Whether a row that is {@link Outcome.Gone}, and was this when read last, is deleted or hidden. Writes nothing. */
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
     * Writes values to a row nobody has read here, for programs that kept no more than its key and token.
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
     * <p>The token decides by the table's mode: {@code required} refuses a write without one, {@code optional} checks one
     * that is there, {@code ignored} checks none. A wrong token is {@link Outcome.Stale} wherever tokens are checked. A
     * version among the values is written as it is given (another number to jump to it, the same number to leave it);
     * what is checked stays the token.
     *
     * @param values the columns to write; the others stay. Without any, nothing is written, only checked
     */
    public SaveOutcome updateIf(RecordKey key, Optional<VersionToken> token, Row values) {
        return this.<SaveOutcome>write(key.table(), why -> why, writes -> writes.updateIf(key, token, values));
    }

    /** Deletes a row nobody has read here; the token decides as in {@link #updateIf}. */
    public DeleteOutcome deleteIf(RecordKey key, Optional<VersionToken> token) {
        return this.<DeleteOutcome>write(key.table(), why -> why, writes -> writes.deleteIf(key, token));
    }

    /**
     * Adds to a number, whatever it is by then: for counters and stock, where what a person saw does not matter. Needs no
     * token in any mode, and two who add at once both count. The version moves as well, so that a draft from before is
     * stale instead of erasing what was added.
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
     * Moves a row's version and nothing else: for a parent whose children changed, so that whoever still holds it sees
     * that it is no longer as a whole what it was. The token decides as in {@link #updateIf}.
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
     * Returns this store with every mode {@code ignored}: it writes to whatever is there, and what it reads carries no
     * token. Versions still move, so that others notice. This store is not changed and checks as before, whatever becomes
     * of the other one; so there is nothing to be restored.
     */
    public RecordStore unchecked() {
        return new RecordStore(tables.unchecked());
    }

    /** Does one piece of work without checking: {@code store.unchecked(free -> free.save(draft))}. */
    public <T> T unchecked(Function<RecordStore, T> work) {
        return work.apply(unchecked());
    }

    /**
     * Locks a row and works on it, all in one transaction: for hot rows, where most who try without a lock would be
     * stale, and for work that must not be begun in vain. The token decides as in {@link #updateIf}, with the row as it is
     * once it is locked.
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
     * <p>How long others are waited for holds for this row only; the session's own time limit is as it was afterwards.
     * SQLite locks the whole file, so there it is the file that is waited for.
     *
     * @param work runs once at most, on this thread; it must not use the store, which has other connections and would wait
     *     for it. What it throws undoes everything and is passed on
     */
    public <T> LockOutcome<T> locked(
            RecordKey key, Optional<VersionToken> token, LockWait wait, Function<LockedRow, T> work) {
        return this.<LockOutcome<T>>write(
                key.table(), LockOutcome.Undone::new, writes -> writes.locked(key, token, wait, work));
    }

    /** Whether rows can be {@link #hold held} here: not in SQLite, where everybody would wait for one person. */
    public boolean holdsRows() {
        return !readOnly() && tables.database().dialect() != Dialect.SQLITE;
    }

    /**
     * Locks a row, waits for a person's decision, and writes it. Blocks this thread, and one of the pool's connections, for
     * that long. Whoever else saves the row gets {@link Outcome.LockTimeout}; reading it is not disturbed.
     */
    public HoldOutcome hold(RecordKey key, Reservation reservation) {
        return this.<HoldOutcome>write(key.table(), HoldOutcome.Ended::new, writes -> writes.hold(key, reservation));
    }

    /**
     * Does commutative work: reads the row, changes it and saves it, and does the same again on the newer row when
     * somebody came in between or held it too long.
     *
     * <pre>{@code
     * store.retry(key, draft -> draft.with("tags", Value.of(draft.get("tags").text() + " new")), Retry.STANDARD);
     * }</pre>
     *
     * <p>Nothing else is tried again: a value that is refused once is refused again, and a write that is
     * {@link Outcome.Unconfirmed} may have happened. Where nothing is checked (mode {@code ignored}, or {@link #unchecked()})
     * nobody is noticed either, and the last writer wins: lock the row there.
     *
     * @param work right for whatever the row holds by then; runs once for each try. A draft without changes is saved
     */
    public RetryOutcome retry(RecordKey key, UnaryOperator<Draft> work, Retry retry) {
        return new RetryLoop(this::find, this::save, retry).run(key, work);
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
        return InterruptDeferral.call(() -> new Batch(tables, drafts).save(policy));
    }

    /** Writes to a table that can be looked at; what was known of it is forgotten if it proves to be out of date. */
    private <O> O write(TableId table, Function<Failure, O> unavailable, Function<Writes, O> work) {
        O outcome = InterruptDeferral.call(() -> switch (tables.forWriting(table)) {
            case TableForWriting.Ready(OpenTable open) ->
                work.apply(new Writes(open, tables.database().readOnly()));
            case TableForWriting.Unavailable(Failure why) -> unavailable.apply(why);
        });
        if (outcome instanceof TableChanged
                || outcome instanceof LockOutcome.Undone<?>(TableChanged _)
                || outcome instanceof DryRunOutcome.Fails(TableChanged _)
                || outcome instanceof HoldOutcome.Ended(TableChanged _)) {
            tables.catalog().forget(table);
        }
        return outcome;
    }
}
