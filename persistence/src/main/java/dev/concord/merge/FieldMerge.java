package dev.concord.merge;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.record.Value;
import java.util.Optional;

/**
 * One column of a merge. A column that a row does not have counts as NULL there, so that a schema changed meanwhile is
 * shown rather than fatal; saving then says that the table changed.
 *
 * @param column the column
 * @param base the value the edit started from
 * @param theirs the value in the database now
 * @param mine the value as edited
 * @param change what happened
 */
public record FieldMerge(Column column, Value base, Value theirs, Value mine, Change change) {

    static FieldMerge of(Column column, Value base, Value theirs, Value mine, boolean setByDatabase) {
        Change change = setByDatabase || !column.writable()
                ? Change.SET_BY_DATABASE
                : ofIdentity(column, Change.between(base, theirs, mine));
        return new FieldMerge(column, base, theirs, mine, change);
    }

    /** An identity is the database's, unless the person alone set it: that edit must not vanish. */
    private static Change ofIdentity(Column column, Change change) {
        boolean asSet = column.generation() != Generation.IDENTITY || change == Change.MINE;
        return asSet ? change : Change.SET_BY_DATABASE;
    }

    /** The column's name. */
    public String name() {
        return column.name();
    }

    /** The value that needs no person to decide; empty for a decision. */
    public Optional<Value> settled() {
        return switch (change) {
            case UNCHANGED, THEIRS, EQUAL, SET_BY_DATABASE -> Optional.of(theirs);
            case MINE -> Optional.of(mine);
            case DECISION -> Optional.empty();
        };
    }

    /** Compares with a newer value of the database. */
    FieldMerge against(Value newer) {
        return of(column, base, newer, mine, false);
    }

    /** A newer value of the database for a decision the values alone no longer explain: it stays one. */
    FieldMerge stillOpen(Value newer) {
        return new FieldMerge(column, base, newer, mine, Change.DECISION);
    }

    /**
     * Opens a choice again because the database's value it was made against has moved. Classifying is not enough here:
     * who chose the database's value has chosen that value, not whatever comes after it.
     */
    FieldMerge reopened(Value chosen, Value newer) {
        Value wanted = chosen.equals(theirs) ? mine : chosen;
        Change again = newer.equals(chosen) ? Change.EQUAL : Change.DECISION;
        return new FieldMerge(column, theirs, newer, wanted, again);
    }
}
