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
 * A policy applied to a table as the database describes it. A version column that does not exist, or cannot prove a row
 * unchanged alone, is supplemented by the digest: a policy that no longer fits the table may cost time, but never
 * overwrites a colleague's change.
 *
 * @param table the table
 * @param mode whether a token is needed
 * @param version the version that moves; empty when there is none
 * @param digest how rows are digested; empty where the version alone is the token
 * @param doubledBecause why there is a digest although the policy asked for a version alone; why the version is left out
 *     where the policy's does not fit the table
 * @param ignored columns left out of the digest, by either of the policy's lists
 * @param writerKept whether the database keeps the transaction that wrote each row, and it is read with the row
 */
public record TableGuard(
        Table table,
        LockingMode mode,
        Optional<VersionStep> version,
        Optional<DigestPlan> digest,
        Optional<Weakness> doubledBecause,
        Set<String> ignored,
        boolean writerKept) {

    public TableGuard {
        ignored = Set.copyOf(ignored);
    }

    /** Applies a policy. */
    public static TableGuard of(TablePolicy policy, Table table) {
        Set<String> ignored = CountedColumns.ignored(policy, table);
        return switch (policy.guard()) {
            case Guard.ByDigest _ -> byDigest(table, policy.mode(), Optional.empty(), ignored);
            case Guard.ByBoth both -> of(policy.mode(), table, both.column(), true, ignored);
            case Guard.ByVersion alone -> of(policy.mode(), table, alone, false, ignored);
        };
    }

    private static TableGuard of(
            LockingMode mode, Table table, Guard.ByVersion by, boolean doubled, Set<String> ignored) {
        Optional<Column> column = column(by, table);
        if (column.isEmpty()) {
            return byDigest(table, mode, Optional.of(Weakness.NOT_THERE), ignored);
        }
        VersionStep step = new VersionStep(column.get(), by);
        if (!step.possible()) {
            return byDigest(table, mode, Optional.of(Weakness.WRONG_TYPE), ignored);
        }
        Optional<Weakness> weakness = doubled ? Optional.empty() : step.weakness();
        Optional<DigestPlan> digest =
                doubled || weakness.isPresent() ? Optional.of(RowDigest.plan(table, ignored)) : Optional.empty();
        return new TableGuard(table, mode, Optional.of(step), digest, weakness, ignored, false);
    }

    private static TableGuard byDigest(
            Table table, LockingMode mode, Optional<Weakness> insteadOfVersion, Set<String> ignored) {
        DigestPlan plan = RowDigest.plan(table, ignored);
        return new TableGuard(table, mode, Optional.empty(), Optional.of(plan), insteadOfVersion, ignored, false);
    }

    private static Optional<Column> column(Guard.ByVersion by, Table table) {
        return switch (by) {
            case Guard.ByColumn byColumn -> table.column(byColumn.column());
            case Guard.ByFunction function -> table.column(function.column());
        };
    }

    /**
     * Returns this guard for PostgreSQL, which keeps the writer of each row: it is read with the row wherever the digest is the
     * proof and the table has it {@linkplain RowWriter#keptFor for certain}.
     */
    public TableGuard withWriter() {
        boolean kept = digest.isPresent() && mode != LockingMode.IGNORED && RowWriter.keptFor(table);
        return new TableGuard(table, mode, version, digest, doubledBecause, ignored, kept);
    }

    /** Returns the columns to be read after the table's own; they are neither shown nor written. */
    public List<Column> hiddenColumns() {
        return writerKept ? List.of(RowWriter.COLUMN) : List.of();
    }

    /**
     * Returns the token of a row; empty where tokens are neither shown nor checked.
     *
     * @param row every column of the table
     * @throws IllegalArgumentException when the row lacks a column the token is made of
     */
    public Optional<VersionToken> token(Row row) {
        if (mode == LockingMode.IGNORED) {
            return Optional.empty();
        }
        Optional<VersionToken.OfColumn> column = version.map(step -> versionIn(row, step));
        if (digest.isEmpty()) {
            return column.map(c -> c);
        }
        VersionToken.OfDigest whole = digest.get().of(row);
        return Optional.of(
                column.<VersionToken>map(c -> new VersionToken.OfBoth(c, whole)).orElse(whole));
    }

    /** Whether the token contains the row's digest. */
    public boolean byDigest() {
        return digest.isPresent();
    }

    /** The version that proves the row unchanged alone; empty where the digest is needed. */
    public Optional<VersionStep> provingColumn() {
        return byDigest() ? Optional.empty() : version;
    }

    /** Returns the version a row has; NULL where the table has no version column. */
    public Value versionOf(Row row) {
        return version.map(step -> row.get(step.column().name())).orElse(Value.ofNull());
    }

    /** A missing column must not be treated as NULL, because all rows would then have the same version. */
    private static VersionToken.OfColumn versionIn(Row row, VersionStep step) {
        String column = step.column().name();
        if (!row.has(column)) {
            throw new IllegalArgumentException("A part of a row has no version; missing: " + column);
        }
        return new VersionToken.OfColumn(row.get(column));
    }
}
