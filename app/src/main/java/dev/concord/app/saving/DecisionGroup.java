package dev.concord.app.saving;

import dev.concord.merge.DecisionPattern;
import java.util.List;

/**
 * Records that need the same kind of decision.
 *
 * @param pattern what they have in common
 * @param entries one at least, in the report's order
 */
record DecisionGroup(DecisionPattern pattern, List<ReportEntry> entries) {
    DecisionGroup {
        entries = List.copyOf(entries);
    }
}
