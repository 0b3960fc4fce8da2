package dev.concord.outcome;

import dev.concord.record.Row;

/**
 * What would become of a write, tried in a transaction that was rolled back: to know beforehand which fields the database
 * would not take. It is no promise: by the time of the write itself a colleague may have been there. So it carries no
 * snapshot either, which somebody could take for a row that was saved.
 *
 * <p>PostgreSQL's deferred constraints are checked too; SQLite's are not, it checks those at COMMIT only. Sequences move, as
 * they do for a write that fails.
 */
public sealed interface DryRunOutcome {

    /**
     * The database would take it: no guard, constraint, trigger or right is against it.
     *
     * @param row the row as the database would hold it, with what its defaults and triggers make of it; numbers it hands
     *     out, such as a new key, will be others when it is written
     */
    record Fits(Row row) implements DryRunOutcome {}

    /**
     * It would not be written.
     *
     * @param why as the write itself would have told; what is rejected names its columns
     */
    record Fails(Outcome.Unwritten why) implements DryRunOutcome {}
}
