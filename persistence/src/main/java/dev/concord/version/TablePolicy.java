package dev.concord.version;

import java.util.Set;

/**
 * How writes to one table are checked. Immutable; start from {@link #DEFAULT} and say what is different:
 *
 * {@snippet :
 * TablePolicy.DEFAULT
 *         .withGuard(new Guard.ByColumn("version", Guard.VersionKind.INTEGER))
 *         .withMode(LockingMode.REQUIRED)
 *         .ignoring("last_seen");
 * }
 *
 * <p>The two lists say which columns the digest is made of. They do not affect a version column, which its writers move
 * whatever column they change.
 *
 * @param mode whether a token is needed
 * @param guard what the token is
 * @param ignoredColumns columns whose changes never conflict; they are left out of the digest
 * @param comparedColumns the only columns whose changes conflict; empty for all. Where the table does not have every
 *     one of them the list is not understood, and all columns count
 */
public record TablePolicy(LockingMode mode, Guard guard, Set<String> ignoredColumns, Set<String> comparedColumns) {

    /**
     * Sound for every table that has a key: by digest, with nothing ignored. What is read carries its token and so is
     * checked when it is written; a write without one is let through.
     */
    public static final TablePolicy DEFAULT = new TablePolicy(LockingMode.OPTIONAL, new Guard.ByDigest(), Set.of());

    /**
     * @throws IllegalArgumentException when both lists are given
     */
    public TablePolicy {
        ignoredColumns = Set.copyOf(ignoredColumns);
        comparedColumns = Set.copyOf(comparedColumns);
        if (!ignoredColumns.isEmpty() && !comparedColumns.isEmpty()) {
            throw new IllegalArgumentException(
                    "A table's policy names either the columns to ignore or the only ones to compare, not both.");
        }
    }

    /** A policy that compares every column but some. */
    public TablePolicy(LockingMode mode, Guard guard, Set<String> ignoredColumns) {
        this(mode, guard, ignoredColumns, Set.of());
    }

    /** Returns this policy in another mode. */
    public TablePolicy withMode(LockingMode other) {
        return new TablePolicy(other, guard, ignoredColumns, comparedColumns);
    }

    /** Returns this policy with another guard. */
    public TablePolicy withGuard(Guard other) {
        return new TablePolicy(mode, other, ignoredColumns, comparedColumns);
    }

    /**
     * Returns this policy ignoring just these columns; none takes the list away.
     *
     * @throws IllegalArgumentException when it compares only some columns already
     */
    public TablePolicy ignoring(String... columns) {
        return new TablePolicy(mode, guard, Set.of(columns), comparedColumns);
    }

    /**
     * Returns this policy comparing just these columns; none takes the list away.
     *
     * @throws IllegalArgumentException when it ignores some columns already
     */
    public TablePolicy comparingOnly(String... columns) {
        return new TablePolicy(mode, guard, ignoredColumns, Set.of(columns));
    }

    /** The columns that writes move so that other writers notice; users do not edit them. */
    public Set<String> versionColumns() {
        return switch (guard) {
            case Guard.ByColumn alone -> Set.of(alone.column());
            case Guard.ByFunction alone -> Set.of(alone.column());
            case Guard.ByBoth both -> Set.of(both.column().column());
            case Guard.ByDigest _ -> Set.of();
        };
    }
}
