package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.CatalogFault;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.InterruptDeferral;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.query.ReadableTables;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
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

/** The tables a store has read from the catalog, each with its guard. Safe to share between threads. */
final class OpenTables implements ReadableTables {
    private final Database database;
    private final Catalog catalog;
    private volatile Policies policies;
    private volatile RecordNames names = RecordNames.FOUND;

    /** The tables that these are in another mode; they say how both are guarded. */
    private final Optional<OpenTables> origin;

    private final Transactions transactions;
    private final Optional<LockingMode> everyMode;
    private final Map<TableId, Opened> open = new ConcurrentHashMap<>();

    OpenTables(Database database, Catalog catalog, Policies policies) {
        this(database, catalog, policies, new Transactions(database), Optional.empty(), Optional.empty());
    }

    private OpenTables(
            Database database,
            Catalog catalog,
            Policies policies,
            Transactions transactions,
            Optional<OpenTables> origin,
            Optional<LockingMode> everyMode) {
        this.database = database;
        this.catalog = catalog;
        this.policies = policies;
        this.transactions = transactions;
        this.origin = origin;
        this.everyMode = everyMode;
    }

    /** Returns how tables are guarded. */
    Policies policies() {
        return origin.map(OpenTables::policies).orElse(policies);
    }

    /** Guards tables differently from now on. */
    void guardBy(Policies other) {
        origin.ifPresentOrElse(tables -> tables.guardBy(other), () -> policies = other);
    }

    @Override
    public RecordNames names() {
        return origin.map(OpenTables::names).orElse(names);
    }

    /** Names records differently from now on. */
    void nameBy(RecordNames other) {
        origin.ifPresentOrElse(tables -> tables.nameBy(other), () -> names = other);
    }

    /** Returns the same tables, guarded as these are at any time, all in one mode. */
    OpenTables inMode(LockingMode mode) {
        return new OpenTables(database, catalog, policies(), transactions, Optional.of(this), Optional.of(mode));
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

    /** The result of looking up a table to write to. */
    sealed interface TableForWriting {
        /** The table, with all that a write needs to know of it. */
        record Ready(OpenTable open) implements TableForWriting {}

        /** There is no such table, or it cannot be read from the catalog. */
        record Unavailable(Failure why) implements TableForWriting {}
    }

    /**
     * Returns a table; empty when there is none of that name.
     *
     * @throws StoreFault when the database cannot be read
     */
    Optional<OpenTable> find(TableId id) {
        return orFault(() -> catalog.table(id).map(this::open));
    }

    /** Looks up a table to write to; throws nothing when the catalog cannot be read. */
    TableForWriting forWriting(TableId id) {
        try {
            Optional<OpenTable> found = find(id);
            return orFault(() -> found.map(OpenTable::readyToWrite))
                    .<TableForWriting>map(TableForWriting.Ready::new)
                    .orElseGet(() -> new TableForWriting.Unavailable(
                            new TableChanged("No longer there: " + id.qualifiedName())));
        } catch (StoreFault fault) {
            return new TableForWriting.Unavailable(
                    WriteErrors.ofReading(fault, new RecordKey(id, Row.EMPTY), transactions));
        }
    }

    private static <T> T orFault(Supplier<T> lookup) {
        try {
            return lookup.get();
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
                // Rights may have changed as well, and with them the columns that may be read.
                if (!transactions.reported(fault, SqlFault.Kind.SCHEMA_CHANGED)
                        && !transactions.reported(fault, SqlFault.Kind.NOT_PERMITTED)) {
                    throw fault;
                }
                catalog.forget(table);
                return reading.get();
            }
        });
    }

    /**
     * Returns what a failed read means to whoever asked for it.
     *
     * @throws StoreFault the same fault, when it does not come from the database
     */
    <T> ReadOutcome.Unreadable<T> unreadable(StoreFault fault) {
        SqlFault reported = transactions.reported(fault).orElseThrow(() -> fault);
        ReadOutcome.Reason why =
                switch (reported.kind()) {
                    case NOT_PERMITTED -> ReadOutcome.Reason.NOT_PERMITTED;
                    case LOCK_TIMEOUT, RETRY -> ReadOutcome.Reason.LOCKED;
                    case CONNECTION_LOST -> ReadOutcome.Reason.CONNECTION_LOST;
                    default -> ReadOutcome.Reason.NOT_CARRIED_OUT;
                };
        return new ReadOutcome.Unreadable<>(why, reported.detail());
    }

    /** A table as it was opened under some policies. */
    private record Opened(OpenTable table, Policies under) {}

    /**
     * An open table is used until the catalog has read the table again, which makes another object of it, or it is guarded
     * differently. Both are compared, because somebody may decide while another thread opens the table.
     */
    @SuppressWarnings("ReferenceEquality")
    private OpenTable open(Table table) {
        Policies now = policies();
        Opened known = open.get(table.id());
        if (known != null && known.table().table() == table && known.under() == now) {
            return known.table();
        }
        OpenTable fresh = new OpenTable(catalog, table, guardOf(table, now), now.undecided(table), transactions);
        open.put(table.id(), new Opened(fresh, now));
        return fresh;
    }

    /** Returns how writes to a table are checked, its policy applied to the table as it was read. */
    TableGuard guardOf(Table table) {
        return guardOf(table, policies());
    }

    private TableGuard guardOf(Table table, Policies under) {
        TablePolicy policy = under.of(table.id());
        TableGuard asked = TableGuard.of(everyMode.map(policy::withMode).orElse(policy), table);
        return database.dialect() == Dialect.POSTGRESQL ? asked.withWriter() : asked;
    }
}
