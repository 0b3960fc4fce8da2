package dev.concord.version;

import java.util.Set;

/**
 * How writes to one table are checked.
 *
 * @param mode whether a token is needed
 * @param guard what the token is
 * @param ignoredColumns columns whose changes never conflict; they are left out of the digest
 */
public record TablePolicy(LockingMode mode, Guard guard, Set<String> ignoredColumns) {

    /** Sound for every table that has a key: required, checked by digest, nothing ignored. */
    public static final TablePolicy DEFAULT = new TablePolicy(LockingMode.REQUIRED, new Guard.ByDigest(), Set.of());

    public TablePolicy {
        ignoredColumns = Set.copyOf(ignoredColumns);
    }

    /** Returns this policy in another mode. */
    public TablePolicy withMode(LockingMode other) {
        return new TablePolicy(other, guard, ignoredColumns);
    }

    /** Returns this policy with another guard. */
    public TablePolicy withGuard(Guard other) {
        return new TablePolicy(mode, other, ignoredColumns);
    }

    /** The columns that writes move so that others notice; nobody edits them. */
    public Set<String> versionColumns() {
        return switch (guard) {
            case Guard.ByColumn alone -> Set.of(alone.column());
            case Guard.ByBoth both -> Set.of(both.column().column());
            case Guard.ByDigest digest -> Set.of();
        };
    }
}
