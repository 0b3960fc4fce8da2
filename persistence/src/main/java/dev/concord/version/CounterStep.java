package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.IntegerLimit;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** One more than before, as long as the column's type holds it. */
final class CounterStep {
    private CounterStep() {}

    /** Whether one more is always another value: a decimal rounded to tens or hundreds would not change. */
    static boolean possible(Column column) {
        return switch (column.kind()) {
            // MariaDB makes 2001 of the year 1.
            case INTEGER -> !column.typeName().toLowerCase(Locale.ROOT).equals("year");
            case DECIMAL, NUMERIC -> column.scale() >= 0;
            default -> false;
        };
    }

    static Optional<Value> next(Value present, Column column) {
        BigDecimal next = (present instanceof Value.Exact exact ? exact.number() : BigDecimal.ZERO).add(BigDecimal.ONE);
        boolean fits =
                IntegerLimit.of(column).map(limit -> next.compareTo(limit) <= 0).orElse(true);
        return fits ? Optional.of(Value.of(next)) : Optional.empty();
    }
}
