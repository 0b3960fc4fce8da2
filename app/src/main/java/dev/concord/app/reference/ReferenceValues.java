package dev.concord.app.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A reference with the values it has in one record.
 *
 * @param reference the foreign key
 * @param from a value for each of its columns, none of them NULL
 */
public record ReferenceValues(ForeignKey reference, Row from) {

    /**
     * Returns the values of a reference; empty when one of them is NULL or not known, so that it leads to no row.
     *
     * @param value returns a column's value; empty while it is not known
     */
    public static Optional<ReferenceValues> of(ForeignKey reference, Function<String, Optional<Value>> value) {
        Row from = Row.EMPTY;
        for (String column : reference.columns()) {
            Optional<Value> known = value.apply(column).filter(v -> !v.isNull());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            from = from.with(column, known.get());
        }
        return Optional.of(new ReferenceValues(reference, from));
    }

    /** The values as text, separated by commas. */
    public String key() {
        return reference.columns().stream()
                .map(column -> from.get(column).text())
                .collect(Collectors.joining(", "));
    }
}
