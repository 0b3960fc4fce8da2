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
 * @param own what happened to this column, whatever happened to others
 * @param inside what more is known of a value both changed
 * @param group the group it must be decided with, when both sides touched that
 */
public record FieldMerge(
        Column column,
        Value base,
        Value theirs,
        Value mine,
        Change own,
        ValueDetails inside,
        Optional<ColumnGroup> group) {

    static FieldMerge of(Column column, Value base, Value theirs, Value mine, boolean setByDatabase, ColumnRule rule) {
        Change change = setByDatabase || !column.writable()
                ? Change.SET_BY_DATABASE
                : ofIdentity(column, ofQuantity(rule, base, theirs, mine));
        ValueDetails inside =
                change == Change.DECISION ? ValueInspection.inside(rule, base, theirs, mine) : new ValueDetails.Whole();
        Change settled = inside.settled().isPresent() ? Change.MERGED : change;
        return new FieldMerge(column, base, theirs, mine, settled, inside, Optional.empty());
    }

    /**
     * Two who took three each may have taken six: the same number on both sides is no answer where numbers count. It is
     * asked even where sums are applied by themselves, because it may be one person's change seen twice.
     */
    private static Change ofQuantity(ColumnRule rule, Value base, Value theirs, Value mine) {
        Change change = Change.between(base, theirs, mine);
        boolean counts = change == Change.EQUAL
                && rule.adding() != ColumnRule.Adding.NEVER
                && Quantity.of(base, theirs, mine).isPresent();
        return counts ? Change.DECISION : change;
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

    /** What happened, as it counts for the merge: a column that must be decided with its group is a decision. */
    public Change change() {
        return group.isPresent() ? Change.DECISION : own;
    }

    /** The value's parts, where it was taken apart. */
    public Optional<Parts> parts() {
        return inside instanceof ValueDetails.InParts(Parts parts) ? Optional.of(parts) : Optional.empty();
    }

    /** What each side added, where it is a quantity both changed. */
    public Optional<Quantity> quantity() {
        return inside instanceof ValueDetails.Counted(Quantity quantity, boolean _)
                ? Optional.of(quantity)
                : Optional.empty();
    }

    /** The value that needs no person to decide; empty for a decision. */
    public Optional<Value> settled() {
        return switch (change()) {
            case UNCHANGED, THEIRS, EQUAL, SET_BY_DATABASE -> Optional.of(theirs);
            case MINE -> Optional.of(mine);
            case MERGED -> inside.settled().map(ValueDetails.Settled::value);
            case DECISION -> Optional.empty();
        };
    }

    /** Why the value is what it is as long as nobody chooses another. */
    public Origin origin() {
        return switch (change()) {
            case UNCHANGED -> new Origin.Untouched();
            case THEIRS -> new Origin.Theirs();
            case EQUAL -> new Origin.Equal();
            case MINE -> new Origin.Mine();
            case MERGED ->
                new Origin.ByRule(
                        inside.settled().map(ValueDetails.Settled::rule).orElseThrow());
            case DECISION -> new Origin.Undecided();
            case SET_BY_DATABASE -> new Origin.SetByDatabase();
        };
    }

    /** Whether the database's value is not the one the edit started from. */
    boolean byThem() {
        return switch (own) {
            case THEIRS, EQUAL, MERGED, DECISION -> true;
            case UNCHANGED, MINE, SET_BY_DATABASE -> false;
        };
    }

    /** Whether the person changed it. */
    boolean byMe() {
        return switch (own) {
            case MINE, EQUAL, MERGED, DECISION -> true;
            case UNCHANGED, THEIRS, SET_BY_DATABASE -> false;
        };
    }

    FieldMerge in(Optional<ColumnGroup> other) {
        return group.equals(other) ? this : new FieldMerge(column, base, theirs, mine, own, inside, other);
    }
}
