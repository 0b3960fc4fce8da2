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
 * @param inside what more is known of a value both changed
 * @param group the group it must be decided with, when both sides touched that
 */
public record FieldMerge(
        Column column,
        Value base,
        Value theirs,
        Value mine,
        Change change,
        Inside inside,
        Optional<ColumnGroup> group) {

    static FieldMerge of(Column column, Value base, Value theirs, Value mine, boolean setByDatabase, ColumnRule rule) {
        Change change = setByDatabase || !column.writable()
                ? Change.SET_BY_DATABASE
                : ofIdentity(column, Change.between(base, theirs, mine));
        Inside inside = change == Change.DECISION ? Looking.inside(rule, base, theirs, mine) : new Inside.Whole();
        Change settled = inside.settled().isPresent() ? Change.MERGED : change;
        return new FieldMerge(column, base, theirs, mine, settled, inside, Optional.empty());
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

    /** The value's parts, where it was taken apart. */
    public Optional<Parts> parts() {
        return inside instanceof Inside.InParts(Parts parts) ? Optional.of(parts) : Optional.empty();
    }

    /** What each side added, where it is a quantity both changed. */
    public Optional<Quantity> quantity() {
        return inside instanceof Inside.Counted(Quantity quantity, boolean _)
                ? Optional.of(quantity)
                : Optional.empty();
    }

    /** The value that needs no person to decide; empty for a decision. */
    public Optional<Value> settled() {
        return switch (change) {
            case UNCHANGED, THEIRS, EQUAL, SET_BY_DATABASE -> Optional.of(theirs);
            case MINE -> Optional.of(mine);
            case MERGED -> inside.settled().map(Inside.Settled::value);
            case DECISION -> Optional.empty();
        };
    }

    /** Why the value is what it is as long as nobody chooses another. */
    public Origin origin() {
        return switch (change) {
            case UNCHANGED -> new Origin.Untouched();
            case THEIRS -> new Origin.Theirs();
            case EQUAL -> new Origin.Equal();
            case MINE -> new Origin.Mine();
            case MERGED ->
                new Origin.ByRule(inside.settled().map(Inside.Settled::rule).orElseThrow());
            case DECISION -> new Origin.Undecided();
            case SET_BY_DATABASE -> new Origin.SetByDatabase();
        };
    }

    /** Compares with a newer value of the database. */
    FieldMerge against(Value newer, ColumnRule rule) {
        return of(column, base, newer, mine, false, rule);
    }

    /** A newer value of the database for a decision the values alone no longer explain: it stays one. */
    FieldMerge stillOpen(Value newer) {
        return new FieldMerge(column, base, newer, mine, Change.DECISION, new Inside.Whole(), group);
    }

    /**
     * Opens a choice again because the database's value it was made against has moved. Classifying is not enough here:
     * who chose the database's value has chosen that value, not whatever comes after it.
     */
    FieldMerge reopened(Value chosen, Value newer) {
        Value wanted = chosen.equals(theirs) ? mine : chosen;
        Change again = newer.equals(chosen) ? Change.EQUAL : Change.DECISION;
        return new FieldMerge(column, theirs, newer, wanted, again, new Inside.Whole(), group);
    }
}
