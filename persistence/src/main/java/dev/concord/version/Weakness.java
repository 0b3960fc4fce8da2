package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import java.util.Locale;
import java.util.Optional;

/** Why a version does not prove a row unchanged without the digest's help. */
public enum Weakness {
    /** A time counted in steps longer than a millisecond: another program may write twice within one. */
    COARSE_TIME("its times are coarser than a millisecond, and another program may write twice within one step"),
    /** SQLite keeps times as text, and other programs mostly write whole seconds. */
    TIME_AS_TEXT("the database keeps its times as text, as coarse as each program writes them"),
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
    WRONG_TYPE("its type cannot hold such a version"),
    /** The policy says xmin and the database is not PostgreSQL. */
    NO_ROW_VERSION("this database gives its rows no version of their own");

    /** Milliseconds: with fewer digits, two programs may easily write the same time one after the other. */
    private static final int ENOUGH_DIGITS = 3;

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
        if (by instanceof Guard.ByRowVersion) {
            return Optional.empty();
        }
        if (column.generation() == Generation.COMPUTED) {
            return Optional.of(COMPUTED);
        }
        if (by instanceof Guard.ByColumn byColumn && byColumn.kind() != VersionKind.DATABASE) {
            return byColumn.kind() == VersionKind.TIMESTAMP ? ofTime(column) : Optional.empty();
        }
        return ofType(column).or(() -> column.nullable() && !assigned ? Optional.of(NULLABLE) : Optional.empty());
    }

    private static Optional<Weakness> ofTime(Column column) {
        if (column.kind() == ValueKind.TEXT) {
            return Optional.of(TIME_AS_TEXT);
        }
        return column.scale() < ENOUGH_DIGITS ? Optional.of(COARSE_TIME) : Optional.empty();
    }

    /** Returns the weakness of a type whose values others choose. */
    private static Optional<Weakness> ofType(Column column) {
        return switch (column.kind()) {
            case INTEGER ->
                column.typeName().toLowerCase(Locale.ROOT).equals("year") ? Optional.of(COMES_BACK) : Optional.empty();
            case DECIMAL, NUMERIC, UUID, BINARY -> Optional.empty();
            case TIMESTAMP, ZONED_TIMESTAMP -> ofTime(column);
            case TEXT -> Optional.of(TimestampStep.possible(column) ? TIME_AS_TEXT : COMPARED_LOOSELY);
            case BOOLEAN, ENUM, DATE, TIME -> Optional.of(COMES_BACK);
            case FLOAT32, FLOAT64, JSON, OTHER -> Optional.of(COMPARED_LOOSELY);
        };
    }
}
