package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Increment;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks whether a number can be added to a column, and to the value a row holds in it. */
final class IncrementCheck {
    private IncrementCheck() {}

    /**
     * Checks the column. Databases round what does not fit a column's scale, and SQLite takes a text for zero; neither is
     * what was asked for.
     *
     * @throws IllegalArgumentException when the column is part of the key or is the version
     */
    static Optional<Outcome.Rejected> ofColumn(OpenTable open, Increment increment) {
        String name = increment.column();
        boolean excluded = open.sql().keyColumns().contains(name)
                || open.guard()
                        .version()
                        .filter(step -> step.column().name().equals(name))
                        .isPresent();
        if (excluded) {
            throw new IllegalArgumentException("Column of the key or the version: " + name);
        }
        Column column = open.sql().column(name);
        BigDecimal number = new Value.Exact(increment.by()).number();
        boolean fits =
                switch (column.kind()) {
                    case INTEGER -> number.scale() <= 0;
                    case DECIMAL -> column.size() == 0 || number.scale() <= column.scale();
                    case NUMERIC, FLOAT32, FLOAT64 -> true;
                    default -> false;
                };
        return fits && column.writable()
                ? Optional.empty()
                : rejected(
                        increment,
                        Violation.Kind.TYPE,
                        "Cannot add " + increment.by().toPlainString() + " to " + name);
    }

    /** Checks the value the row holds, and the sum. */
    static Optional<Outcome.Rejected> ofValue(Increment increment, Value present) {
        String name = increment.column();
        if (present.isNull()) {
            return rejected(increment, Violation.Kind.NOT_NULL, "There is no number in " + name + " to add to");
        }
        Optional<BigDecimal> number = Increment.number(present);
        if (number.isEmpty()) {
            return rejected(increment, Violation.Kind.TYPE, "No number to add to: " + name);
        }
        return increment
                .lowest()
                .filter(limit -> number.get().add(increment.by()).compareTo(limit) < 0)
                .flatMap(limit ->
                        rejected(increment, Violation.Kind.CHECK, name + " would fall below " + limit.toPlainString()));
    }

    private static Optional<Outcome.Rejected> rejected(Increment increment, Violation.Kind kind, String detail) {
        return Optional.of(new Outcome.Rejected(List.of(new Violation(kind, List.of(increment.column()), "", detail))));
    }
}
