package dev.concord.app.saving;

import dev.concord.catalog.TableId;
import dev.concord.merge.DecisionPattern;
import java.util.List;
import java.util.Optional;

/**
 * Records that need the same kind of decision.
 *
 * @param table their table
 * @param pattern what they have in common; empty for records to be deleted that somebody changed
 * @param entries one at least, in the report's order
 */
record DecisionGroup(TableId table, Optional<DecisionPattern> pattern, List<ReportEntry> entries) {
    DecisionGroup {
        entries = List.copyOf(entries);
    }
}
