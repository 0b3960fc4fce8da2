package dev.concord.merge;

import dev.concord.catalog.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one table's rows are merged. Immutable; start from {@link #DEFAULT} and say what is different.
 *
 * @param automatic what is merged without asking
 * @param groups columns the user put together; those the table's constraints put together need not be named
 * @param columns rules for columns, where they differ from {@link ColumnRule#of(Column)}
 */
public record MergeRules(Automatic automatic, List<ColumnGroup> groups, Map<String, ColumnRule> columns) {

    /** By column, with what the table itself says. */
    public static final MergeRules DEFAULT = new MergeRules(Automatic.BY_COLUMN, List.of(), Map.of());

    /** What is merged without asking. */
    public enum Automatic {
        /** Changes of different columns, unless the columns belong to one group. */
        BY_COLUMN,
        /** Changes of different groups; the columns of no group are one group together. */
        BY_GROUP,
        /** Nothing: a person is shown every merge before it is saved. */
        NOTHING
    }

    public MergeRules {
        groups = List.copyOf(groups);
        columns = Map.copyOf(columns);
    }

    /** Returns a column's rule. */
    public ColumnRule of(Column column) {
        return columns.getOrDefault(column.name(), ColumnRule.of(column));
    }

    /** Returns these rules merging otherwise without asking. */
    public MergeRules withAutomatic(Automatic other) {
        return new MergeRules(other, groups, columns);
    }

    /** Returns these rules with other groups of the user's. */
    public MergeRules withGroups(List<ColumnGroup> others) {
        return new MergeRules(automatic, others, columns);
    }

    /** Returns these rules with one column's. */
    public MergeRules with(String column, ColumnRule rule) {
        Map<String, ColumnRule> changed = new HashMap<>(columns);
        changed.put(column, rule);
        return new MergeRules(automatic, groups, changed);
    }
}
