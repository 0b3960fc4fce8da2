package dev.concord.version;

import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.VersionToken;
import java.util.Set;

/**
 * The SHA-256 digest of a row: proves it unchanged where the table has no version column. The same row has the same
 * digest on any computer, in any zone and locale; {@code docs/checksum.md} describes the format so that it can be
 * computed in another language.
 *
 * <p>Columns the database computes from the others, and columns the policy ignores, do not count.
 */
public final class RowDigest {
    private RowDigest() {}

    /** Prepares for many rows of one table. */
    public static DigestPlan plan(Table table, Set<String> ignored) {
        return new DigestPlan(table, ignored);
    }

    /**
     * Digests a whole row.
     *
     * @throws IllegalArgumentException when the row lacks a column that counts: a part of a row has no digest
     */
    public static VersionToken.OfDigest of(Table table, Row row, Set<String> ignored) {
        return plan(table, ignored).of(row);
    }
}
