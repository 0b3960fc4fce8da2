package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column that looks like a row version. Only a proposal: a name proves nothing, and a guard by a column nobody moves
 * would let changes be overwritten, so a person confirms it. Until then the table is guarded by digest.
 *
 * <p>The column says the rest a person needs to judge: its type, whether it may be NULL, its default and its comment.
 *
 * @param column the column
 * @param kind how it seems to move
 * @param soundAlone whether it would prove the row unchanged without the digest
 */
public record GuardProposal(Column column, VersionKind kind, boolean soundAlone) {
    private static final Set<String> COUNTERS = Set.of(
            "version",
            "rowversion",
            "lockversion",
            "optlock",
            "optlockversion",
            "optimisticlock",
            "recordversion",
            "entityversion",
            "revision",
            "rowrevision",
            "rev",
            "ver",
            "objversion",
            "versionno",
            "versionnumber",
            "jpaversion",
            "hibernateversion");
    private static final Set<String> TIMES = Set.of(
            "updatedat",
            "modifiedat",
            "changedat",
            "lastupdated",
            "lastmodified",
            "lastchanged",
            "lastupdate",
            "lastupdatedat",
            "lastmodifiedat",
            "updatedon",
            "modifiedon",
            "updatetime",
            "rowversion",
            "mtime");
    /** Milliseconds: below that, two programs writing by turns meet the same value too easily. */
    private static final int ENOUGH_DIGITS = 3;

    /** Returns the likeliest version column of a table: counters first, then UUIDs, then times. */
    public static Optional<GuardProposal> find(Table table) {
        List<String> keyColumns = table.rowKey().map(k -> k.columns()).orElse(List.of());
        return table.columns().stream()
                .filter(Column::writable)
                .filter(column -> column.generation() == Column.Generation.NONE)
                .filter(column -> !keyColumns.contains(column.name()))
                .flatMap(column -> of(column).stream())
                .min(Comparator.comparingInt((GuardProposal proposal) -> rank(proposal.kind())));
    }

    /** The guard to use once a person has confirmed the proposal. */
    public Guard guard() {
        Guard.ByColumn byColumn = new Guard.ByColumn(column.name(), kind);
        return soundAlone ? byColumn : new Guard.ByBoth(byColumn);
    }

    private static Optional<GuardProposal> of(Column column) {
        String name = plain(column.name());
        if (COUNTERS.contains(name) && wholeNumber(column) && !column.nullable()) {
            return Optional.of(new GuardProposal(column, VersionKind.INTEGER, true));
        }
        if (COUNTERS.contains(name) && holdsUuid(column) && !column.nullable()) {
            return Optional.of(new GuardProposal(column, VersionKind.UUID, true));
        }
        if (TIMES.contains(name) && TimestampStep.possible(column) && !column.nullable()) {
            return Optional.of(new GuardProposal(column, VersionKind.TIMESTAMP, column.scale() >= ENOUGH_DIGITS));
        }
        return Optional.empty();
    }

    private static int rank(VersionKind kind) {
        return switch (kind) {
            case INTEGER -> 0;
            case UUID -> 1;
            case TIMESTAMP -> 2;
        };
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean wholeNumber(Column column) {
        return column.kind() == ValueKind.INTEGER || (column.kind() == ValueKind.DECIMAL && column.scale() == 0);
    }

    private static boolean holdsUuid(Column column) {
        return switch (column.kind()) {
            case UUID -> true;
            case TEXT -> column.size() == 36;
            case BINARY -> column.size() == 16;
            default -> false;
        };
    }
}
