package dev.concord.app.command;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.Table;
import dev.concord.database.Database;
import dev.concord.database.Dialect;
import dev.concord.version.GuardProposal;
import java.util.List;
import java.util.Optional;

/**
 * What Concord thinks of a database.
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
     * What Concord thinks of one table.
     *
     * @param table the table
     * @param rows about how many rows; empty for a view
     * @param proposal a column that looks like a version, for a person to confirm
     */
    record Finding(Table table, Optional<RowEstimate> rows, Optional<GuardProposal> proposal) {
        boolean editable() {
            return table.readOnlyReason().isEmpty();
        }
    }

    /** Looks at every table; reads only. */
    static Inspection of(Database database) {
        Catalog catalog = new Catalog(database);
        List<Finding> findings = catalog.tables().stream()
                .flatMap(summary -> catalog.table(summary.id()).stream())
                .map(table -> new Finding(table, catalog.estimate(table.id()), GuardProposal.find(table)))
                .toList();
        return new Inspection(database.label(), database.dialect(), findings);
    }

    long editable() {
        return tables.stream().filter(Finding::editable).count();
    }
}
