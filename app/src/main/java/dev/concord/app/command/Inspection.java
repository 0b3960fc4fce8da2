package dev.concord.app.command;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.Table;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.store.RecordStore;
import dev.concord.version.GuardProposal;
import dev.concord.version.Policies;
import dev.concord.version.TableGuard;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a database.
 *
 * @param label the database's name for people
 * @param dialect its kind
 * @param tables every table and view, by name
 */
record Inspection(String label, Dialect dialect, List<Finding> tables) {
    Inspection {
        tables = List.copyOf(tables);
    }

    /**
     * What was found out about one table.
     *
     * @param guard how its writes are checked
     * @param rows about how many rows; empty for a view
     * @param proposal a column that looks like a version, for a person to confirm; empty when it was confirmed or a
     *     file names one
     */
    record Finding(TableGuard guard, Optional<RowEstimate> rows, Optional<GuardProposal> proposal) {
        Table table() {
            return guard.table();
        }

        boolean editable() {
            return table().readOnlyReason().isEmpty();
        }
    }

    /** Inspects every table; reads only. */
    static Inspection of(Database database, Policies policies) {
        Catalog catalog = new Catalog(database);
        RecordStore store = new RecordStore(database, catalog, policies);
        List<Finding> findings = catalog.tables().stream()
                .flatMap(summary -> store.guardOf(summary.id()).stream())
                .map(guard -> finding(guard, catalog, policies))
                .toList();
        return new Inspection(database.label(), database.dialect(), findings);
    }

    private static Finding finding(TableGuard guard, Catalog catalog, Policies policies) {
        Table table = guard.table();
        return new Finding(
                guard,
                catalog.estimate(table.id()),
                policies.settled(table.id()) ? Optional.empty() : GuardProposal.find(table));
    }

    long editable() {
        return tables.stream().filter(Finding::editable).count();
    }
}
