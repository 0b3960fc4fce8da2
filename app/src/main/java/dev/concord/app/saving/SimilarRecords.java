package dev.concord.app.saving;

import dev.concord.merge.Resolution;
import java.util.List;

/**
 * Records to which one decision can be applied, with what each would become. Immutable.
 *
 * @param decided the decision a person made
 * @param results for each of the others, what the same decision makes of it
 */
public record SimilarRecords(Resolution decided, List<Result> results) {

    /**
     * What the decision makes of one record.
     *
     * @param record the record
     * @param resolution nothing of it is undecided
     */
    public record Result(Unsaved record, Resolution resolution) {}

    public SimilarRecords {
        results = List.copyOf(results);
    }
}
