package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.Outcome.Failure;
import dev.concord.store.Outcome.TableChanged;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import java.util.List;
import java.util.Optional;
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
            return transactions.read(context -> open.reader().read(context, key));
        }));
    }

    /**
     * Reads the next rows of a table, for looking at; no rows when there is no such table.
     *
     * @throws StoreFault when the database cannot be read
     */
    public Page page(PageRequest request) {
        return current(request.table(), () -> catalog.table(request.table())
                .map(table -> new Paging(new TableSql(table, database.dialect()), request))
                .map(paging -> transactions.read(paging::read))
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
        Optional<Table> table = catalog.table(draft.table());
        if (table.isEmpty()) {
            return tableGone(draft.table());
        }
        Optional<Failure> obstacle = Admission.toTable(table.get(), database.readOnly())
                .or(() -> Admission.ofValues(table.get(), draft.changes()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        InsertOutcome outcome = new Insertion(open(table.get()), writable(table.get(), draft.changes())).run();
        forgetIfChanged(draft.table(), outcome instanceof TableChanged);
        return outcome;
    }

    /** Writes a draft's changes if the row is still the draft's base. A draft without changes writes nothing. */
    public SaveOutcome save(Draft draft) {
        Snapshot base = draft.base().orElseThrow(() -> new IllegalArgumentException("A draft without a base is new"));
        Optional<Table> table = catalog.table(draft.table());
        if (table.isEmpty()) {
            return tableGone(draft.table());
        }
        Row changes = writable(table.get(), draft.changes());
        OpenTable open = open(table.get());
        Optional<Failure> obstacle = obstacle(open, base).or(() -> Admission.ofValues(table.get(), draft.changes()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (changes.isEmpty()) {
            return new Outcome.Saved(base);
        }
        SaveOutcome outcome = new GuardedUpdate(open, base, changes, open.expected(base)).run();
        forgetIfChanged(draft.table(), outcome instanceof TableChanged);
        return outcome;
    }

    /** Deletes a row if it is still the snapshot. */
    public DeleteOutcome delete(Snapshot snapshot) {
        Optional<Table> table = catalog.table(snapshot.key().table());
        if (table.isEmpty()) {
            return tableGone(snapshot.key().table());
        }
        OpenTable open = open(table.get());
        Optional<Failure> obstacle = obstacle(open, snapshot);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        DeleteOutcome outcome = new GuardedDelete(open, snapshot.key(), open.expected(snapshot)).run();
        forgetIfChanged(snapshot.key().table(), outcome instanceof TableChanged);
        return outcome;
    }

    private OpenTable open(Table table) {
        TableGuard guard = TableGuard.of(policies.of(table.id()), table);
        return new OpenTable(
                new TableSql(table, database.dialect()), guard, transactions, new Faults(table, database.dialect()));
    }

    private Optional<Failure> obstacle(OpenTable open, Snapshot base) {
        Table table = open.sql().table();
        Optional<Failure> obstacle = Admission.toTable(table, database.readOnly())
                .or(() -> Admission.ofWholeRow(table, base.row()))
                .or(() -> open.tokenMissing(base));
        forgetIfChanged(table.id(), obstacle.orElse(null) instanceof TableChanged);
        return obstacle;
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

    private static Row writable(Table table, Row values) {
        return values.only(table.columns().stream()
                .filter(Column::writable)
                .map(Column::name)
                .toList());
    }
}
