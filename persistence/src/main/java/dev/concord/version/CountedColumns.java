package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the columns that a table's digest leaves out, by the lists of a policy. */
final class CountedColumns {
    private CountedColumns() {}

    /**
     * Returns the columns left out. A list of the only columns to compare is used if the table has all of them. If one is
     * renamed or misspelt, fewer columns than intended would be compared, so then all columns are.
     */
    static Set<String> ignored(TablePolicy policy, Table table) {
        Set<String> counting = table.columns().stream()
                .filter(Column::writable)
                .map(Column::name)
                .collect(Collectors.toSet());
        Set<String> compared = policy.comparedColumns();
        if (compared.isEmpty() || !counting.containsAll(compared)) {
            return policy.ignoredColumns();
        }
        return counting.stream().filter(name -> !compared.contains(name)).collect(Collectors.toUnmodifiableSet());
    }
}
