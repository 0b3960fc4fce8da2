package dev.concord.drafts;

import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person decided of a merge that was not saved yet. It counts for columns whose three values are still the same
 * when the record is merged again. Immutable.
 *
 * @param mine the edit as it was merged
 * @param theirs the row the database held
 * @param choices by column
 * @param split the columns of each group that is decided column by column after all
 */
public record KeptDecisions(Draft mine, Snapshot theirs, Map<String, KeptChoice> choices, Set<List<String>> split) {
    public KeptDecisions {
        choices = Map.copyOf(choices);
        split = Set.copyOf(split);
    }
}
