package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.database.SqlFault;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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

    /** Reads, once more with fresh knowledge of the table if what was known of it proves to be out of date. */
    <T> T read(TableId table, Supplier<T> reading) {
        return Uninterrupted.call(() -> {
            try {
                return reading.get();
            } catch (StoreFault fault) {
                if (!fault.isOf(SqlFault.Kind.SCHEMA_CHANGED, database.dialect())) {
                    throw fault;
                }
                catalog.forget(table);
                return reading.get();
            }
        });
    }

    /** What was made for a table serves until the catalog has read the table anew, which gives another object. */
    @SuppressWarnings("ReferenceEquality")
    private OpenTable open(Table table) {
        OpenTable known = open.get(table.id());
        if (known != null && known.table() == table) {
            return known;
        }
        TablePolicy policy = policies.of(table.id());
        TableGuard asked = TableGuard.of(checked ? policy : policy.withMode(LockingMode.IGNORED), table);
        TableGuard guard = database.dialect() == Dialect.POSTGRESQL ? asked : asked.withoutRowVersion();
        OpenTable fresh = new OpenTable(catalog, table, guard, transactions);
        open.put(table.id(), fresh);
        return fresh;
    }
}
