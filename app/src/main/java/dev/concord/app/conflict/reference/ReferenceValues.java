package dev.concord.app.conflict.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reference with the values it has on one side of a merge.
 *
 * @param reference the foreign key
 * @param from a value for each of its columns, none of them NULL
 */
public record ReferenceValues(ForeignKey reference, Row from) {

    /**
     * Returns the values of a reference on one side; empty when one of them is NULL or undecided, so that it leads to no
     * row.
     *
     * @param side a column's value on that side; empty while undecided
     */
    static Optional<ReferenceValues> of(
            RecordMerge merge, ForeignKey reference, Function<FieldMerge, Optional<Value>> side) {
        Row from = Row.EMPTY;
        for (String column : reference.columns()) {
            Optional<Value> value = merge.field(column).flatMap(side).filter(v -> !v.isNull());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            from = from.with(column, value.get());
        }
        return Optional.of(new ReferenceValues(reference, from));
    }
}
