package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.CatalogFault;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.database.SqlFault;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.outcome.StoreFault;
import dev.concord.query.ReadableTables;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.sql.TableAccess;
import dev.concord.sql.Transactions;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tables a store has opened, and how it checks them. Safe to share between threads. */
final class OpenTables implements ReadableTables {
    private final Database database;
    private final Catalog catalog;
    private final Policies policies;
    private final Transactions transactions;
    private final boolean checked;
    private final Map<TableId, OpenTable> open = new ConcurrentHashMap<>();

    OpenTables(Database database, Catalog catalog, Policies policies) {
        this(database, catalog, policies, new Transactions(database), true);
    }

    private OpenTables(
            Database database, Catalog catalog, Policies policies, Transactions transactions, boolean checked) {
        this.database = database;
        this.catalog = catalog;
        this.policies = policies;
        this.transactions = transactions;
        this.checked = checked;
    }

    /** The same tables, with every mode {@code ignored}. */
    OpenTables unchecked() {
        return new OpenTables(database, catalog, policies, transactions, false);
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

    /** A table that is to be written to. */
    sealed interface ToWrite {
        /** All is known of it that a write needs to know. */
        record Ready(OpenTable open) implements ToWrite {}

        /** It is not there, or cannot be looked at. */
        record Hindered(Failure why) implements ToWrite {}
    }

    /**
     * A table that is there.
     *
     * @throws StoreFault when the database cannot be read
     */
    Optional<OpenTable> find(TableId id) {
        return asking(() -> catalog.table(id).map(this::open));
    }

    /** A table to write to; that it cannot be looked at is an answer, too. */
    ToWrite toWrite(TableId id) {
        try {
            Optional<OpenTable> found = find(id);
            return asking(() -> found.map(OpenTable::readyToWrite))
                    .<ToWrite>map(ToWrite.Ready::new)
                    .orElseGet(() -> new ToWrite.Hindered(new TableChanged("No longer there: " + id.qualifiedName())));
        } catch (StoreFault fault) {
            return new ToWrite.Hindered(WriteErrors.ofReading(fault, new RecordKey(id, Row.EMPTY), transactions));
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (CatalogFault fault) {
            throw new StoreFault(fault);
        }
    }

    @Override
    public <T> Optional<T> read(TableId table, Function<TableAccess, T> query) {
        Supplier<Optional<T>> reading = () -> find(table).map(OpenTable::access).map(query);
        return InterruptDeferral.call(() -> {
            try {
                return reading.get();
            } catch (StoreFault fault) {
                if (!transactions.reported(fault, SqlFault.Kind.SCHEMA_CHANGED)) {
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
