package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.version.Guard.VersionKind;
import java.util.Locale;
import java.util.Optional;

/** Why a version does not prove a row unchanged without the digest's help. */
public enum Weakness {
    /**
     * A time: two programs may write within one step of it, one of them may write whole seconds, and clocks are set back.
     * A time that the database itself sets is no better: it is mostly that of the statement's or transaction's start, which
     * a later write may share.
     */
    CLOCK_REPEATS("two programs may write the same time, and a clock may be set back"),
    /** A generated column does not change with a column it is not computed from. */
    COMPUTED("the database computes it from other columns, so it moves only when those do"),
    /** NULL + 1 is NULL: a row that starts without a version may never get one. */
    NULLABLE("it may be NULL, and a database that counts on from NULL stands still"),
    /** A yes or no, a word of a list, a date, a time of day: soon the same value again. */
    COMES_BACK("its type has so few values that they come back"),
    /** Collations, floating point and JSON: what the database calls equal may still be different. */
    COMPARED_LOOSELY("the database may call two different values of its type equal"),
    /** The policy names a column the table does not have. */
    NOT_THERE("the table has no such column"),
    /** The column's type cannot hold such versions. */
    WRONG_TYPE("its type cannot hold such a version");

    private final String words;

    Weakness(String words) {
        this.words = words;
    }

    /** Returns the reason as the end of a sentence: "…, because {@code words}". English, for logs and developers. */
    public String words() {
        return words;
    }

    /** Returns the weakness of a version column that is moved in a given way, by the writes themselves or not. */
    static Optional<Weakness> of(Column column, Guard.ByVersion by, boolean assigned) {
        if (column.generation() == Generation.COMPUTED) {
            return Optional.of(COMPUTED);
        }
        if (by instanceof Guard.ByColumn byColumn && byColumn.kind() != VersionKind.DATABASE) {
            return byColumn.kind() == VersionKind.TIMESTAMP ? Optional.of(CLOCK_REPEATS) : Optional.empty();
        }
        return ofType(column).or(() -> column.nullable() && !assigned ? Optional.of(NULLABLE) : Optional.empty());
    }

    /** Returns the weakness of a type whose values others choose. */
    private static Optional<Weakness> ofType(Column column) {
        return switch (column.kind()) {
            case INTEGER ->
                column.typeName().toLowerCase(Locale.ROOT).equals("year") ? Optional.of(COMES_BACK) : Optional.empty();
            case DECIMAL, NUMERIC, UUID, BINARY -> Optional.empty();
            case TIMESTAMP, ZONED_TIMESTAMP -> Optional.of(CLOCK_REPEATS);
            case TEXT -> Optional.of(TimestampStep.possible(column) ? CLOCK_REPEATS : COMPARED_LOOSELY);
            case BOOLEAN, ENUM, DATE, TIME -> Optional.of(COMES_BACK);
            case FLOAT32, FLOAT64, JSON, OTHER -> Optional.of(COMPARED_LOOSELY);
        };
    }
}
