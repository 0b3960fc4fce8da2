package dev.concord.app.gateway.resource;

import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.version.DigestPlan;
import dev.concord.version.RowDigest;
import java.util.Set;

/**
 * What a client keeps of a row to prove later that nobody has changed it: the checksum, and the ETag made of it. Both are of the
 * whole row, whatever part of it was asked for, and do not depend on how the table's writes are guarded.
 */
public final class RowTags {
    private final DigestPlan digest;
    private final boolean whole;

    private RowTags(DigestPlan digest, boolean whole) {
        this.digest = digest;
        this.whole = whole;
    }

    /**
     * Returns the tags of a table's rows.
     *
     * @param ignored columns that do not count
     */
    public static RowTags of(Table table, Set<String> ignored) {
        return new RowTags(RowDigest.plan(table, ignored), ignored.isEmpty());
    }

    /**
     * Returns the row's checksum: 64 hex digits, described in {@code docs/checksum.md}.
     *
     * @throws LostColumn when the row lacks a column that counts, because the table has lost it since it was looked at
     */
    public String checksum(Row row) {
        try {
            return digest.of(row).hex();
        } catch (IllegalArgumentException lacking) {
            throw new LostColumn(lacking);
        }
    }

    /** Returns the row's checksum; where its token has the digest it is not computed again. */
    public String checksum(Snapshot snapshot) {
        return switch (snapshot.token().orElse(null)) {
            case VersionToken.OfDigest known -> known.hex();
            case VersionToken.OfBoth(VersionToken.OfColumn _, VersionToken.OfDigest known) -> known.hex();
            case VersionToken.OfColumn _ -> checksum(snapshot.row());
            case null -> checksum(snapshot.row());
        };
    }

    /** Returns the row's strong ETag, with its quotation marks. */
    public String etag(Row row) {
        return '"' + checksum(row) + '"';
    }

    /** Returns the row's strong ETag, with its quotation marks. */
    public String etag(Snapshot snapshot) {
        return '"' + checksum(snapshot) + '"';
    }

    /**
     * Whether an equal tag means an equal representation, so that a client may keep the one it has. It does not where columns are
     * ignored, whose changes do not move the tag.
     */
    public boolean proveContent() {
        return whole;
    }
}
