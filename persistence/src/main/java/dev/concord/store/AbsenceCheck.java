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
 * Why a row can no longer be read. A database that hides rows (PostgreSQL's row-level security) says neither "deleted" nor
 * "hidden"; but it refuses a second row of a key that is taken, seen or not.
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

    /** Tries to insert the row as it was when it could be seen: those values this user may have had. */
    RowAbsence of(Snapshot last) {
        return open.<Optional<RowAbsence>>read(
                        last.key(),
                        transaction -> SuppressedWrite.byPolicy(transaction, open)
                                ? Optional.empty()
                                : Optional.of(RowAbsence.DELETED),
                        _ -> Optional.of(RowAbsence.UNKNOWN))
                .orElseGet(() -> tried(last));
    }

    private RowAbsence tried(Snapshot last) {
        return switch (insertion.apply(last.row())) {
            case DryRunOutcome.Fits _ -> RowAbsence.DELETED;
            case DryRunOutcome.Fails(Outcome.Rejected(List<Violation> violations)) -> of(violations.getFirst());
            case DryRunOutcome.Fails _ -> RowAbsence.UNKNOWN;
        };
    }

    /** References are checked after keys: a row that only lacks what it refers to met no other of its key. */
    private RowAbsence of(Violation violation) {
        return switch (violation.kind()) {
            case UNIQUE -> atTheKey(violation) ? RowAbsence.HIDDEN : RowAbsence.UNKNOWN;
            case FOREIGN_KEY -> RowAbsence.DELETED;
            default -> RowAbsence.UNKNOWN;
        };
    }

    private boolean atTheKey(Violation violation) {
        return open.table()
                .rowKey()
                .map(Key::columns)
                .filter(violation.columns()::equals)
                .isPresent();
    }
}
