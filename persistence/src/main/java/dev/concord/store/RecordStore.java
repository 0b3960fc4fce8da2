package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.Outcome.Failure;
import dev.concord.store.Outcome.TableChanged;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The one way to read and write rows. Every write is one guarded statement or a short guarded READ COMMITTED
 * transaction; what can be expected to happen is an {@link Outcome}, only faults are thrown. Safe to share between
 * threads; never call it on the FX thread.
 */
public final class RecordStore {
    private final Database database;
    private final Catalog catalog;
    private final Policies policies;
    private final Transactions transactions;
    private final Map<TableId, OpenTable> open = new ConcurrentHashMap<>();

    /** A store over an open database; the policies say how each table's writes are checked. */
    public RecordStore(Database database, Catalog catalog, Policies policies) {
        this.database = database;
        this.catalog = catalog;
        this.policies = policies;
        this.transactions = new Transactions(database);
    }

    /** What the database holds. */
    public Catalog catalog() {
        return catalog;
    }

    /** Whether every write is refused because the database was opened for reading only. */
    public boolean readOnly() {
        return database.readOnly();
    }

    /**
     * Reads one row with its version token; empty when it is not there.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Optional<Snapshot> find(RecordKey key) {
        return current(key.table(), () -> catalog.table(key.table()).flatMap(table -> {
            OpenTable open = open(table);
            return transactions.read(transaction -> open.reader().read(transaction, key));
        }));
    }

    /**
     * Reads the next rows of a table, for looking at; no rows when there is no such table.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Page page(PageRequest request) {
        return current(request.table(), () -> catalog.table(request.table())
                .map(table -> new Paging(open(table).sql(), request))
                .map(paging -> transactions.read(transaction -> paging.read(transaction.dsl())))
                .orElseGet(() -> new Page(List.of(), Optional.empty())));
    }

    /** Reads once more with fresh knowledge of the table, if what was known of it proves to be out of date. */
    private <T> T current(TableId table, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (StoreFault fault) {
            if (!fault.tableChanged(database.dialect())) {
                throw fault;
            }
            catalog.forget(table);
            return reading.get();
        }
    }

    /** Inserts a draft without a base. */
    public InsertOutcome insert(Draft draft) {
        if (draft.base().isPresent()) {
            throw new IllegalArgumentException("A draft with a base is saved, not inserted");
        }
        Optional<OpenTable> found = open(draft.table());
        if (found.isEmpty()) {
            return tableGone(draft.table());
        }
        OpenTable open = found.get();
        Optional<Failure> obstacle = Admission.toTable(open.table(), database.readOnly())
                .or(() -> Admission.ofValues(open.columnNames(), draft.changes()));
        InsertOutcome outcome = obstacle.<InsertOutcome>map(why -> why)
                .orElseGet(() -> new Insertion(open, open.writable(draft.changes())).run());
        forgetIfChanged(draft.table(), outcome instanceof TableChanged);
        return outcome;
    }

    /** Writes a draft's changes if the row is still the draft's base. A draft without changes writes nothing. */
    public SaveOutcome save(Draft draft) {
        Snapshot base = draft.base().orElseThrow(() -> new IllegalArgumentException("A draft without a base is new"));
        Optional<OpenTable> found = open(draft.table());
        if (found.isEmpty()) {
            return tableGone(draft.table());
        }
        OpenTable open = found.get();
        Optional<Failure> obstacle =
                obstacle(open, base).or(() -> Admission.ofValues(open.columnNames(), draft.changes()));
        Row changes = open.writable(draft.changes());
        if (obstacle.isEmpty() && changes.isEmpty()) {
            return new Outcome.Saved(base);
        }
        SaveOutcome outcome = obstacle.<SaveOutcome>map(why -> why)
                .orElseGet(() ->
                        new GuardedUpdate(open, base.key(), base.row(), changes, open.expected(base.token())).run());
        forgetIfChanged(draft.table(), outcome instanceof TableChanged);
        return outcome;
    }

    /** Deletes a row if it is still the snapshot. */
    public DeleteOutcome delete(Snapshot snapshot) {
        TableId table = snapshot.key().table();
        Optional<OpenTable> found = open(table);
        if (found.isEmpty()) {
            return tableGone(table);
        }
        OpenTable open = found.get();
        DeleteOutcome outcome = obstacle(open, snapshot)
                .<DeleteOutcome>map(why -> why)
                .orElseGet(() -> new GuardedDelete(open, snapshot.key(), open.expected(snapshot.token())).run());
        forgetIfChanged(table, outcome instanceof TableChanged);
        return outcome;
    }

    private Optional<OpenTable> open(TableId id) {
        return catalog.table(id).map(this::open);
    }

    /** What was made for a table serves until the catalog has read the table anew, which gives another object. */
    @SuppressWarnings("ReferenceEquality")
    private OpenTable open(Table table) {
        OpenTable known = open.get(table.id());
        if (known != null && known.table() == table) {
            return known;
        }
        TableGuard asked = TableGuard.of(policies.of(table.id()), table);
        TableGuard guard = database.dialect() == Dialect.POSTGRESQL ? asked : asked.withoutRowVersion();
        OpenTable fresh = new OpenTable(catalog, table, guard, transactions);
        open.put(table.id(), fresh);
        return fresh;
    }

    private Optional<Failure> obstacle(OpenTable open, Snapshot base) {
        return Admission.toTable(open.table(), database.readOnly())
                .or(() -> Admission.ofWholeRow(open.columnNames(), base.row()))
                .or(() -> open.tokenMissing(base.token()));
    }

    private TableChanged tableGone(TableId table) {
        catalog.forget(table);
        return new TableChanged("No longer there: " + table.qualifiedName());
    }

    private void forgetIfChanged(TableId table, boolean changed) {
        if (changed) {
            catalog.forget(table);
        }
    }
}
