package dev.concord.merge;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.record.Value;
import java.util.Optional;

/**
 * One column of a merge. A column that a row does not have counts as NULL there, so that a merge is possible after the
 * table's columns have changed; saving then reports that.
 *
 * @param column the column
 * @param base the value the edit started from
 * @param theirs the value in the database now
 * @param mine the value as edited
 * @param own the change of this column alone
 * @param inside the merge of the value when both changed it
 * @param group the group it must be decided with, when both sides changed that
 */
public record FieldMerge(
        Column column,
        Value base,
        Value theirs,
        Value mine,
        Change own,
        ValueMerge inside,
        Optional<ColumnGroup> group) {

    /** Compares one column that the person set, if at all. */
    static FieldMerge of(Column column, Value base, Value theirs, Value mine, boolean setByDatabase, ColumnRule rule) {
        return of(column, base, theirs, mine, setByDatabase, false, rule);
    }

    /**
     * Compares one column.
     *
     * @param added whether the person changed it by an amount, and did not set it
     */
    static FieldMerge of(
            Column column,
            Value base,
            Value theirs,
            Value mine,
            boolean setByDatabase,
            boolean added,
            ColumnRule rule) {
        boolean counts = added || rule.adding() != ColumnRule.Adding.NEVER;
        Change change = setByDatabase || !column.writable()
                ? Change.SET_BY_DATABASE
                : ofIdentity(column, ofQuantity(counts, base, theirs, mine));
        ValueMerge inside =
                change == Change.DECISION ? inside(added, rule, base, theirs, mine) : new ValueMerge.Whole();
        Change settled = inside.settled().isPresent() ? Change.MERGED : change;
        return new FieldMerge(column, base, theirs, mine, settled, inside, Optional.empty());
    }

    /**
     * Makes the same number on both sides of a quantity a decision: two persons who took three each may have taken six.
     * This holds even if sums are applied without asking, because it may also be one change that both sides have.
     */
    private static Change ofQuantity(boolean counts, Value base, Value theirs, Value mine) {
        Change change = Change.between(base, theirs, mine);
        boolean same = change == Change.EQUAL
                && counts
                && Quantity.of(base, theirs, mine).isPresent();
        return same ? Change.DECISION : change;
    }

    /** A change by an amount is added to any other number, also to one that was changed by the same amount. */
    private static ValueMerge inside(boolean added, ColumnRule rule, Value base, Value theirs, Value mine) {
        Optional<Quantity> quantity = added ? Quantity.of(base, theirs, mine) : Optional.empty();
        return quantity.<ValueMerge>map(sum -> new ValueMerge.Counted(sum, true))
                .orElseGet(() -> ValueMerger.inside(rule, base, theirs, mine));
    }

    /** An identity is set by the database, unless only the person set it: that edit must not be lost. */
    private static Change ofIdentity(Column column, Change change) {
        boolean asSet = column.generation() != Generation.IDENTITY || change == Change.MINE;
        return asSet ? change : Change.SET_BY_DATABASE;
    }

    /** The column's name. */
    public String name() {
        return column.name();
    }

    /** Returns the change as it counts for the merge: a column that must be decided with its group is a decision. */
    public Change change() {
        return group.isPresent() ? Change.DECISION : own;
    }

    /** Returns the value's parts, if it is merged in parts. */
    public Optional<Parts> parts() {
        return inside instanceof ValueMerge.InParts(Parts parts) ? Optional.of(parts) : Optional.empty();
    }

    /** Returns what each side added, if it is a quantity both changed. */
    public Optional<Quantity> quantity() {
        return inside instanceof ValueMerge.Counted(Quantity quantity, boolean _)
                ? Optional.of(quantity)
                : Optional.empty();
    }

    /** Returns the merged value; empty for a decision. */
    public Optional<Value> settled() {
        return switch (change()) {
            case UNCHANGED, THEIRS, EQUAL, SET_BY_DATABASE -> Optional.of(theirs);
            case MINE -> Optional.of(mine);
            case MERGED -> inside.settled().map(ValueMerge.Settled::value);
            case DECISION -> Optional.empty();
        };
    }

    /** Returns the value a choice gives this column; empty while the choice is not complete. */
    public Optional<Value> value(Choice choice) {
        return switch (choice) {
            case Choice.Base _ -> Optional.of(base);
            case Choice.Theirs _ -> Optional.of(theirs);
            case Choice.Mine _ -> Optional.of(mine);
            case Choice.Typed typed -> Optional.of(typed.value());
            case Choice.Sum _ -> quantity().map(Quantity::sum);
            case Choice.InParts chosen -> parts().flatMap(taken -> taken.value(chosen.answers()));
        };
    }

    /** Returns the value the column has with a choice or without one; empty while it is undecided. */
    Optional<Value> result(Optional<Choice> choice) {
        return choice.map(this::value).orElseGet(this::settled);
    }

    /** Returns why the column has its value when nobody chooses another. */
    public ValueOrigin origin() {
        return switch (change()) {
            case UNCHANGED -> new ValueOrigin.Untouched();
            case THEIRS -> new ValueOrigin.Theirs();
            case EQUAL -> new ValueOrigin.Equal();
            case MINE -> new ValueOrigin.Mine();
            case MERGED ->
                new ValueOrigin.ByRule(
                        inside.settled().map(ValueMerge.Settled::rule).orElseThrow());
            case DECISION -> new ValueOrigin.Undecided();
            case SET_BY_DATABASE -> new ValueOrigin.SetByDatabase();
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
