package dev.concord.outcome;

import dev.concord.catalog.LastingEffect;
import dev.concord.record.Row;

/**
 * The outcome of a write in a transaction that was rolled back: it shows beforehand which fields the database would reject. It
 * is no promise, because a colleague may change the row before the write. So it carries no snapshot, which could be mistaken
 * for a saved row.
 *
 * <p>PostgreSQL's deferred constraints are checked too; SQLite's are not, it checks those at COMMIT only. Sequences move, as
 * they do for a write that fails.
 */
public sealed interface DryRunOutcome {

    /**
     * It would be written: no guard, constraint, trigger or missing right prevents it.
     *
     * @param row the row as the database would hold it, with what its defaults and triggers make of it; numbers it hands
     *     out, such as a new key, will be others when it is written
     */
    record Fits(Row row) implements DryRunOutcome {}

    /**
     * It would not be written.
     *
     * @param why the outcome the write would have had; a rejection names its columns
     */
    record Fails(Outcome.Unwritten why) implements DryRunOutcome {}

    /**
     * It was not tried, because it might leave something behind: in MariaDB and MySQL what a trigger writes to a table without
     * transactions stays.
     *
     * @param why the trigger and the table, or that the user may not see the triggers
     */
    record NotTried(LastingEffect why) implements DryRunOutcome {}
}
