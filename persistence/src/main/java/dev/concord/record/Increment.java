package dev.concord.record;

import java.math.BigDecimal;
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

    /** Returns this increment with a lower limit: it is rejected where the sum would be less. */
    public Increment notBelow(long limit) {
        return new Increment(column, by, Optional.of(BigDecimal.valueOf(limit)));
    }

    /** Returns the number a value is; empty for NULL, for values that are no numbers, for NaN and for infinity. */
    public static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Exact(BigDecimal number) -> Optional.of(number);
            case Value.Float32(float number) when Float.isFinite(number) -> Optional.of(new BigDecimal(number));
            case Value.Float64(double number) when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            default -> Optional.empty();
        };
    }
}
