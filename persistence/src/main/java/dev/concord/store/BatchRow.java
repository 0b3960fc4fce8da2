package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.version.VersionStep;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * One draft of a batch, ready to be written.
 *
 * @param index the draft's place in the batch
 * @param changes what to write, of writable columns; not empty
 * @param expected the token to be met; empty where none is checked
 */
record BatchRow(int index, OpenTable open, Snapshot base, Changes changes, Optional<VersionToken> expected) {

    /** The order in which all batches write, so that two of them cannot wait for each other in both directions. */
    static final Comparator<BatchRow> IN_KEY_ORDER =
            Comparator.comparing((BatchRow row) -> row.base().key().table()).thenComparing(BatchRow::compareKeys);

    RecordKey key() {
        return base.key();
    }

    /**
     * Whether the row cannot be written together with others: its key changes, so it must be read back by another key, or a
     * number is added, which must be read first.
     */
    boolean mustBeAlone() {
        return !changes.added().isEmpty() || open.moves(changes.values());
    }

    /** The version column and value that prove the row unchanged without reading it first. */
    Optional<Equality> proof() {
        return expected.orElse(null) instanceof VersionToken.OfColumn(Value version)
                ? open.guard().provingColumn().map(VersionStep::column).map(column -> new Equality(column, version))
                : Optional.empty();
    }

    /** Returns the update of this row alone. */
    GuardedUpdate update() {
        return new GuardedUpdate(open, key(), base.row(), changes, expected, base.writer());
    }

    /** Returns why the update met no row, read in a new transaction. */
    Outcome.Unwritten why() {
        return new GuardedWrite<Snapshot>(open, key(), expected, changes.given()).why();
    }

    /** Finds out whether the row was written, its COMMIT being in doubt. */
    SaveOutcome settled(DoubtSettlement settlement, Row written) {
        return update().settled(settlement, written);
    }

    private static int compareKeys(BatchRow one, BatchRow other) {
        for (String column : one.open.sql().keyColumns()) {
            int order = compare(
                    one.key().columns().get(column), other.key().columns().get(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Value one, Value other) {
        return one instanceof Value.Exact(BigDecimal first) && other instanceof Value.Exact(BigDecimal second)
                ? first.compareTo(second)
                : one.text().compareTo(other.text());
    }
}
