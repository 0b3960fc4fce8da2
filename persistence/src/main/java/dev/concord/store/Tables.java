package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tables a store has opened, and how it checks them. Safe to share between threads. */
final class Tables {
    private final Database database;
    private final Catalog catalog;
    private final Policies policies;
    private final Transactions transactions;
    private final boolean checked;
    private final Map<TableId, OpenTable> open = new ConcurrentHashMap<>();

    Tables(Database database, Catalog catalog, Policies policies) {
        this(database, catalog, policies, new Transactions(database), true);
    }

    private Tables(Database database, Catalog catalog, Policies policies, Transactions transactions, boolean checked) {
        this.database = database;
        this.catalog = catalog;
        this.policies = policies;
        this.transactions = transactions;
        this.checked = checked;
    }

    /** The same tables, with every mode {@code ignored}. */
    Tables unchecked() {
        return new Tables(database, catalog, policies, transactions, false);
    }

    Database database() {
        return database;
    }

    Catalog catalog() {
        return catalog;
    }

    Transactions transactions() {
        return transactions;
    }

    /** A table that is there. */
    Optional<OpenTable> find(TableId id) {
        return catalog.table(id).map(this::open);
    }

    /** What was made for a table serves until the catalog has read the table anew, which gives another object. */
    @SuppressWarnings("ReferenceEquality")
    private OpenTable open(Table table) {
        OpenTable known = open.get(table.id());
        if (known != null && known.table() == table) {
            return known;
        }
        TablePolicy policy = policies.of(table.id());
        TableGuard guard = TableGuard.of(checked ? policy : policy.withMode(LockingMode.IGNORED), table);
        OpenTable fresh = new OpenTable(catalog, table, guard, transactions);
        open.put(table.id(), fresh);
        return fresh;
    }
}
