package dev.concord.merge;

import dev.concord.merge.ColumnRule.Adding;
import dev.concord.record.Value;
import java.util.Optional;

/** Looks into a value both sides changed to something different. */
final class Looking {
    private Looking() {}

    static Inside inside(ColumnRule rule, Value base, Value theirs, Value mine) {
        Optional<Inside> counted = rule.adding() == Adding.NEVER
                ? Optional.empty()
                : Quantity.of(base, theirs, mine)
                        .map(quantity -> new Inside.Counted(quantity, rule.adding() == Adding.AUTOMATIC));
        return counted.orElseGet(Inside.Whole::new);
    }
}
