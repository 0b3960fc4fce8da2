package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an update writes.
 *
 * @param values the columns that are set
 * @param added what is added to the present values of other columns
 */
record Changes(Row values, List<Increment> added) {

    Changes {
        added = List.copyOf(added);
    }

    /** Returns changes that only set values. */
    static Changes of(Row values) {
        return new Changes(values, List.of());
    }

    /** Returns a draft's changes that a statement may write; none of them may have a {@link #rejection}. */
    static Changes of(OpenTable open, Snapshot base, Draft draft) {
        Row writable = open.writable(draft.changes());
        if (draft.added().isEmpty()) {
            return of(writable);
        }
        Row values = writable;
        List<Increment> added = new ArrayList<>();
        for (String column : writable.values().keySet()) {
            if (draft.added().contains(column)) {
                values = values.without(column);
                added.add(increment(base, draft, column));
            }
        }
        return new Changes(values, added);
    }

    /** Returns why one of the numbers a draft adds cannot be added to its column, as far as it is known without the database. */
    static Optional<Outcome.Failure> rejection(OpenTable open, Snapshot base, Draft draft) {
        if (draft.added().isEmpty()) {
            return Optional.empty();
        }
        for (String column : open.writable(draft.changes()).values().keySet()) {
            if (draft.added().contains(column)) {
                Increment nothing = Increment.of(column, 0);
                Optional<Outcome.Rejected> rejection = IncrementCheck.ofValue(
                                nothing, base.row().get(column))
                        .or(() -> IncrementCheck.ofValue(nothing, draft.get(column)))
                        .or(() -> IncrementCheck.ofColumn(open, increment(base, draft, column)));
                if (rejection.isPresent()) {
                    return Optional.of(rejection.get());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns these changes followed by others, whose values replace these. */
    Changes and(Changes later) {
        List<Increment> all = new ArrayList<>(added);
        all.addAll(later.added);
        return new Changes(values.withAll(later.values), all);
    }

    /** Returns why one of the numbers cannot be added to what the row holds. */
    Optional<Outcome.Rejected> rejection(Row present) {
        for (Increment increment : added) {
            Optional<Outcome.Rejected> rejection = IncrementCheck.ofValue(increment, present.get(increment.column()));
            if (rejection.isPresent()) {
                return rejection;
            }
        }
        return Optional.empty();
    }

    /** Returns all values sent to the database, whether set or added. */
    Row given() {
        Row given = values;
        for (Increment increment : added) {
            given = given.with(increment.column(), Value.of(increment.by()));
        }
        return given;
    }

    boolean isEmpty() {
        return values.isEmpty() && added.isEmpty();
    }

    private static Increment increment(Snapshot base, Draft draft, String column) {
        BigDecimal before = Increment.number(base.row().get(column)).orElseThrow();
        return Increment.of(
                column, Increment.number(draft.get(column)).orElseThrow().subtract(before));
    }
}
