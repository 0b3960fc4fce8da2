package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a policy's lists into the columns a table's digest leaves out. */
final class CountedColumns {
    private CountedColumns() {}

    /**
     * Returns the columns left out. A list of the only columns to compare must fit the table entirely: with a renamed
     * or misspelt column on it, less would be compared than its author thinks, so then everything is.
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
