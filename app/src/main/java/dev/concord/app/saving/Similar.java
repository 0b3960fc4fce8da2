package dev.concord.app.saving;

import dev.concord.merge.Resolution;
import java.util.List;

/**
 * Records one decision can be applied to, with what each would become: the preview. Immutable.
 *
 * @param decided the decision a person made
 * @param results for each of the others, what the same decision makes of it
 */
public record Similar(Resolution decided, List<Result> results) {

    /**
     * What the decision makes of one record.
     *
     * @param record the record
     * @param resolution nothing of it is undecided
     */
    public record Result(Unsaved record, Resolution resolution) {}

    public Similar {
        results = List.copyOf(results);
    }
}
