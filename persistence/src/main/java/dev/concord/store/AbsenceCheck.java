package dev.concord.store;

import dev.concord.catalog.Key;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.Violation;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out why a row can no longer be read. PostgreSQL's row-level security does not distinguish rows that are deleted from
 * rows that are hidden; but an insert of a key that exists is rejected, even where the existing row is hidden.
 */
final class AbsenceCheck {
    private final OpenTable open;
    private final Function<Row, DryRunOutcome> insertion;

    /**
     * A check of one table.
     *
     * @param insertion inserts a row and rolls it back
     */
    AbsenceCheck(OpenTable open, Function<Row, DryRunOutcome> insertion) {
        this.open = open;
        this.insertion = insertion;
    }

    /** Inserts the row with the values it had when it could be read, and rolls that back. */
    RowAbsence of(Snapshot last) {
        return open.<Optional<RowAbsence>>read(
                        last.key(),
                        transaction -> SuppressedWrite.byPolicy(transaction, open)
                                ? Optional.empty()
                                : Optional.of(RowAbsence.DELETED),
                        _ -> Optional.of(RowAbsence.UNKNOWN))
                .orElseGet(() -> byInsertion(last));
    }

    private RowAbsence byInsertion(Snapshot last) {
        return switch (insertion.apply(last.row())) {
            case DryRunOutcome.Fits _ -> RowAbsence.DELETED;
            case DryRunOutcome.Fails(Outcome.Rejected(List<Violation> violations)) -> of(violations.getFirst());
            case DryRunOutcome.Fails _, DryRunOutcome.NotTried _ -> RowAbsence.UNKNOWN;
        };
    }

    /** References are checked after keys: where only a reference is broken, there is no other row of the key. */
    private RowAbsence of(Violation violation) {
        return switch (violation.kind()) {
            case UNIQUE -> ofKey(violation) ? RowAbsence.HIDDEN : RowAbsence.UNKNOWN;
            case FOREIGN_KEY -> RowAbsence.DELETED;
            default -> RowAbsence.UNKNOWN;
        };
    }

    private boolean ofKey(Violation violation) {
        return open.table()
                .rowKey()
                .map(Key::columns)
                .filter(violation.columns()::equals)
                .isPresent();
    }
}
