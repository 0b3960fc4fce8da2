package dev.concord.record;

import dev.concord.catalog.Column;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.store.OpenTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number to be added to a column, whatever the column holds by then.
 *
 * @param column the column's name
 * @param by what is added; negative to take away
 * @param lowest the sum may not fall below it; empty for no limit besides the database's own
 */
public record Increment(String column, BigDecimal by, Optional<BigDecimal> lowest) {

    /** Adds a number, without a limit. */
    public static Increment of(String column, BigDecimal by) {
        return new Increment(column, by, Optional.empty());
    }

    /** Adds a whole number, without a limit. */
    public static Increment of(String column, long by) {
        return of(column, BigDecimal.valueOf(by));
    }

    /** Returns this increment, refused where the sum would be less than that. */
    public Increment notBelow(long limit) {
        return new Increment(column, by, Optional.of(BigDecimal.valueOf(limit)));
    }

    /**
     * Why its column cannot take it.
     *
     * @throws IllegalArgumentException when the column is part of the key or is the version: numbers too, but not to be
     *     counted with
     */
    public Optional<Outcome.Rejected> misfit(OpenTable open) {
        boolean apart = open.sql().keyColumns().contains(column)
                || open.guard()
                        .version()
                        .filter(step -> step.column().name().equals(column))
                        .isPresent();
        if (apart) {
            throw new IllegalArgumentException("Names or guards the row: " + column);
        }
        return misfit(open.sql().column(column));
    }

    /**
     * Why a column cannot take it. Databases round what does not fit a column's scale, and SQLite takes a text for zero;
     * neither is what was asked.
     */
    private Optional<Outcome.Rejected> misfit(Column into) {
        BigDecimal number = new Value.Exact(by).number();
        boolean fits =
                switch (into.kind()) {
                    case INTEGER -> number.scale() <= 0;
                    case DECIMAL -> into.size() == 0 || number.scale() <= into.scale();
                    case NUMERIC, FLOAT32, FLOAT64 -> true;
                    default -> false;
                };
        return fits && into.writable()
                ? Optional.empty()
                : Optional.of(rejected(Violation.Kind.TYPE, "Cannot add " + by.toPlainString() + " to " + column));
    }

    /** Why it cannot be added to what the column holds. */
    public Optional<Outcome.Rejected> misfit(Value present) {
        if (present.isNull()) {
            return Optional.of(rejected(Violation.Kind.NOT_NULL, "There is no number in " + column + " to add to"));
        }
        return number(present)
                .map(this::tooLow)
                .orElseGet(() -> Optional.of(rejected(Violation.Kind.TYPE, "No number to add to: " + column)));
    }

    /** A value one can count with. */
    public static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Exact(BigDecimal number) -> Optional.of(number);
            case Value.Float32(float number) when Float.isFinite(number) -> Optional.of(new BigDecimal(number));
            case Value.Float64(double number) when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            default -> Optional.empty();
        };
    }

    private Optional<Outcome.Rejected> tooLow(BigDecimal present) {
        return lowest.filter(limit -> present.add(by).compareTo(limit) < 0)
                .map(limit -> rejected(Violation.Kind.CHECK, column + " would fall below " + limit.toPlainString()));
    }

    private Outcome.Rejected rejected(Violation.Kind kind, String detail) {
        return new Outcome.Rejected(List.of(new Violation(kind, List.of(column), "", detail)));
    }
}
