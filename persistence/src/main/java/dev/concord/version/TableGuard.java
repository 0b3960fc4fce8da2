package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy applied to a table as it really is. A version column that is not there, or cannot prove a row unchanged
 * alone, is helped out by the digest: a policy that no longer fits may cost time, never a colleague's change.
 *
 * @param table the table
 * @param mode whether a token is needed
 * @param version the version column to move; empty when there is none
 * @param byDigest whether the token contains the row's digest
 * @param ignored columns left out of the digest
 */
public record TableGuard(
        Table table, LockingMode mode, Optional<VersionStep> version, boolean byDigest, Set<String> ignored) {

    public TableGuard {
        ignored = Set.copyOf(ignored);
    }

    /** Applies a policy. */
    public static TableGuard of(TablePolicy policy, Table table) {
        Optional<VersionStep> version =
                switch (policy.guard()) {
                    case Guard.ByColumn byColumn -> step(byColumn, table);
                    case Guard.ByBoth both -> step(both.column(), table);
                    case Guard.ByDigest digest -> Optional.empty();
                };
        boolean columnAlone = policy.guard() instanceof Guard.ByColumn
                && version.map(VersionStep::soundAlone).orElse(false);
        return new TableGuard(table, policy.mode(), version, !columnAlone, policy.ignoredColumns());
    }

    /** Returns the token of a row that holds every column; empty where tokens are neither shown nor checked. */
    public Optional<VersionToken> token(Row row) {
        if (mode == LockingMode.IGNORED) {
            return Optional.empty();
        }
        Optional<VersionToken.OfColumn> column = version.map(
                step -> new VersionToken.OfColumn(row.get(step.column().name())));
        if (!byDigest) {
            return column.map(c -> c);
        }
        VersionToken.OfDigest digest = RowDigest.of(table, row, ignored);
        return Optional.of(column.<VersionToken>map(c -> new VersionToken.OfBoth(c, digest))
                .orElse(digest));
    }

    /** Columns the database hides that have to be read besides the table's own, because the token is made of them. */
    public List<Column> hiddenColumns() {
        return List.of();
    }

    /** The version column that proves the row unchanged alone; empty where the digest is needed. */
    public Optional<VersionStep> provingColumn() {
        return byDigest ? Optional.empty() : version;
    }

    /** Returns the version a row has; NULL where the table has no version column. */
    public Value versionOf(Row row) {
        return version.map(step -> row.get(step.column().name())).orElse(Value.ofNull());
    }

    private static Optional<VersionStep> step(Guard.ByColumn guard, Table table) {
        return table.column(guard.column())
                .map(column -> new VersionStep(column, guard.kind()))
                .filter(VersionStep::possible);
    }
}
