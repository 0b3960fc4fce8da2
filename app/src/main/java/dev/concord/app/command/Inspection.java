package dev.concord.app.command;

import dev.concord.agreement.GuardAgreement;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.WeakSetting;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.ReadOutcome;
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
 * @param weak settings with which acknowledged saves can be lost
 */
record Inspection(String label, Dialect dialect, List<Finding> tables, List<WeakSetting> weak) {
    Inspection {
        tables = List.copyOf(tables);
        weak = List.copyOf(weak);
    }

    /** What was found out about one table. */
    sealed interface Finding {}

    /**
     * A table that can be read.
     *
     * @param guard how its writes are checked
     * @param rows about how many rows; empty for a view
     * @param proposal a column that looks like a version, for a person to confirm; empty when it was confirmed or a
     *     file names one
     */
    record ReadTable(TableGuard guard, Optional<RowEstimate> rows, Optional<GuardProposal> proposal)
            implements Finding {
        Table table() {
            return guard.table();
        }

        boolean editable() {
            return table().readOnlyReason().isEmpty();
        }
    }

    /** A table or view that the database lists but does not let be read. */
    record Unreadable(TableSummary table, ReadOutcome.Unreadable<?> why) implements Finding {}

    /** Inspects every table; reads only. */
    static Inspection of(Database database, Policies confirmed) {
        Policies policies = new GuardAgreement(database).over(confirmed);
        Catalog catalog = new Catalog(database);
        RecordStore store = new RecordStore(database, catalog, policies);
        List<Finding> findings = catalog.tables().stream()
                .flatMap(summary -> finding(summary, store, policies).stream())
                .toList();
        return new Inspection(database.label(), database.dialect(), findings, WeakSetting.of(database));
    }

    /** Empty for a table that was dropped after the list was read. */
    private static Optional<Finding> finding(TableSummary summary, RecordStore store, Policies policies) {
        ReadOutcome<Optional<Finding>> outcome =
                store.reading(from -> from.guardOf(summary.id()).map(guard -> {
                    from.probe(summary.id());
                    return readable(guard, from.catalog(), policies);
                }));
        return switch (outcome) {
            case ReadOutcome.Read<Optional<Finding>>(Optional<Finding> found) -> found;
            case ReadOutcome.Unreadable<Optional<Finding>> why -> Optional.of(new Unreadable(summary, why));
        };
    }

    private static ReadTable readable(TableGuard guard, Catalog catalog, Policies policies) {
        Table table = guard.table();
        return new ReadTable(guard, catalog.estimate(table.id()), policies.undecided(table));
    }

    long editable() {
        return tables.stream()
                .filter(finding -> finding instanceof ReadTable table && table.editable())
                .count();
    }
}
