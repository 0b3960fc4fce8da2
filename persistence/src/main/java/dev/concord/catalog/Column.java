package dev.concord.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One column of a table or view.
 *
 * @param name as the database spells it
 * @param typeName the database's own name of the type, without size, for example {@code varchar}
 * @param kind the family of its values
 * @param size length in characters or bytes, or the precision in digits; 0 when unbounded or not applicable
 * @param scale digits after the decimal point, or of a fraction of a second; 0 when not applicable
 * @param nullable whether NULL is accepted
 * @param defaultExpression the default as the database writes it
 * @param generation who makes the value
 * @param allowedValues the words of an enumeration in the database's order; empty for every other kind
 * @param comment the database's comment; empty when there is none
 */
public record Column(
        String name,
        String typeName,
        ValueKind kind,
        int size,
        int scale,
        boolean nullable,
        Optional<String> defaultExpression,
        Generation generation,
        List<String> allowedValues,
        String comment) {

    /** Who makes a column's value. */
    public enum Generation {
        /** Whoever writes the row. */
        NONE,
        /** The database on insert (identity, serial, auto-increment); a writer need not give one. */
        IDENTITY,
        /** The database, always: a generated column, which must never be written. */
        COMPUTED
    }

    public Column {
        allowedValues = List.copyOf(allowedValues);
    }

    /** Whether a statement may write this column at all. */
    public boolean writable() {
        return generation != Generation.COMPUTED;
    }

    /** Whether an insert must carry a value: not nullable, no default, and not made by the database. */
    public boolean requiredOnInsert() {
        return !nullable && defaultExpression.isEmpty() && generation == Generation.NONE;
    }
}
