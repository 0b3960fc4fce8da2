package dev.concord.store;

import dev.concord.catalog.TableId;
import dev.concord.outcome.BatchOutcome;
import dev.concord.record.RowWrite;
import java.util.List;
import java.util.function.Function;

/**
 * One write of a sequence, which may depend on what the writes before it came to: on a key that the database made, or on a row that was
 * written already.
 *
 * @param table the table that is written
 * @param write makes the write from the entries of the steps before, all of them {@link BatchOutcome.Saved} or
 *     {@link BatchOutcome.Deleted}. Runs inside the transaction, once for each try of it, and must not use the store
 */
public record WriteStep(TableId table, Function<List<BatchOutcome.Entry>, RowWrite> write) {}
