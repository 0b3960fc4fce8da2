package dev.concord.version;

import java.util.Optional;
import java.util.Set;

/**
 * The settings of a policies file for one table. Settings that it does not contain stay as they were.
 *
 * @param guard how its writes are checked
 * @param ignoredColumns columns left out of the digest
 * @param comparedColumns the only columns in the digest
 */
public record TableRule(Optional<Guard> guard, Set<String> ignoredColumns, Set<String> comparedColumns) {
    public TableRule {
        ignoredColumns = Set.copyOf(ignoredColumns);
        comparedColumns = Set.copyOf(comparedColumns);
    }

    /** Returns the policy as this rule has it. */
    TablePolicy applied(TablePolicy policy) {
        boolean lists = !ignoredColumns.isEmpty() || !comparedColumns.isEmpty();
        return new TablePolicy(
                policy.mode(),
                guard.orElse(policy.guard()),
                lists ? ignoredColumns : policy.ignoredColumns(),
                lists ? comparedColumns : policy.comparedColumns());
    }
}
