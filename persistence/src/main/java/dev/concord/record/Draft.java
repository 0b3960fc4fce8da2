package dev.concord.record;

import dev.concord.catalog.TableId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A row as it is being edited: the snapshot it started from and the values changed since. Immutable; every change is a
 * new draft.
 *
 * @param table the row's table
 * @param base the snapshot the edit started from; empty for a row that is not in the database yet
 * @param changes the changed values only; a value set back to that of the base is no change
 * @param added the changed columns whose difference from the base is to be added to whatever the database holds,
 *     instead of setting them: quantities both sides changed
 * @param deleted whether the row is to be deleted; its changes are not written then, and stay for the case that it is kept
 */
public record Draft(TableId table, Optional<Snapshot> base, Row changes, Set<String> added, boolean deleted) {

    public Draft {
        added = Set.copyOf(added);
        if (deleted && base.isEmpty()) {
            throw new IllegalArgumentException("A row that is not in the database cannot be deleted");
        }
    }

    /** A draft of a row that stays. */
    public Draft(TableId table, Optional<Snapshot> base, Row changes, Set<String> added) {
        this(table, base, changes, added, false);
    }

    /** A draft that sets every column it changes. */
    public Draft(TableId table, Optional<Snapshot> base, Row changes) {
        this(table, base, changes, Set.of());
    }

    /** Starts editing a row as read. */
    public static Draft of(Snapshot base) {
        return new Draft(base.key().table(), Optional.of(base), Row.EMPTY);
    }

    /** Starts a new row; columns never set get the database's default. */
    public static Draft newRow(TableId table) {
        return new Draft(table, Optional.empty(), Row.EMPTY);
    }

    /** Returns the value as edited: the change if there is one, else the base's, else NULL. */
    public Value get(String column) {
        return changes.has(column) ? changes.get(column) : baseRow().get(column);
    }

    /** Returns this draft with one value set; setting a value back to the base's removes the change. */
    public Draft with(String column, Value value) {
        boolean same = base.isPresent()
                && baseRow().has(column)
                && baseRow().get(column).equals(value);
        return new Draft(
                table,
                base,
                same ? changes.without(column) : changes.with(column, value),
                addedWithout(column),
                deleted);
    }

    /** Returns this draft with the column's change taken back. */
    public Draft without(String column) {
        return new Draft(table, base, changes.without(column), addedWithout(column), deleted);
    }

    /** Returns this draft with one quantity changed by adding the difference from the base. */
    public Draft adding(String column, Value value) {
        Draft set = with(column, value);
        Set<String> more = new HashSet<>(set.added);
        more.add(column);
        return set.changes.has(column) ? new Draft(table, base, set.changes, more, deleted) : set;
    }

    /** Returns this draft with its row to be deleted, or to be kept. */
    public Draft deleted(boolean now) {
        return new Draft(table, base, changes, added, now);
    }

    /** Whether anything differs from the base. */
    public boolean dirty() {
        return deleted || !changes.isEmpty();
    }

    /** Returns the row as it would be after saving, as far as known. */
    public Row row() {
        return baseRow().withAll(changes);
    }

    /**
     * Returns the same changes on a newer base; changes the new base already holds are dropped. What is to be added is added
     * to the newer number.
     */
    public Draft rebase(Snapshot newBase) {
        Draft rebased = Draft.of(newBase);
        for (var change : changes.values().entrySet()) {
            String column = change.getKey();
            Optional<Value> sum = added.contains(column)
                    ? sum(
                            baseRow().get(column),
                            change.getValue(),
                            newBase.row().get(column))
                    : Optional.empty();
            rebased = sum.isPresent() ? rebased.adding(column, sum.get()) : rebased.with(column, change.getValue());
        }
        return rebased.deleted(deleted);
    }

    private static Optional<Value> sum(Value before, Value after, Value now) {
        return before instanceof Value.Exact(BigDecimal from)
                        && after instanceof Value.Exact(BigDecimal to)
                        && now instanceof Value.Exact(BigDecimal number)
                ? Optional.of(Value.of(number.add(to).subtract(from)))
                : Optional.empty();
    }

    private Set<String> addedWithout(String column) {
        Set<String> left = new HashSet<>(added);
        left.remove(column);
        return left;
    }

    private Row baseRow() {
        return base.map(Snapshot::row).orElse(Row.EMPTY);
    }
}
