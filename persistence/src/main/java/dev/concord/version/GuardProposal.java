package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column that looks like a row version. A person must decide about it, because a name proves nothing: to move a column that
 * means something else changes data, and not to move a real version lets other programs overwrite what is saved.
 *
 * @param column the column
 * @param kind how it seems to move
 * @param explanation the facts a person needs to judge
 */
public record GuardProposal(Column column, VersionKind kind, Explanation explanation) {
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
    private static final Pattern ON_UPDATE =
            Pattern.compile("\\bon\\s+update\\s+(current_timestamp|now|localtime)", Pattern.CASE_INSENSITIVE);

    /**
     * Returns the likeliest version column of a table that programs move: counters first, then UUIDs, then times. A version that
     * the database moves itself is not proposed: a write leaves it alone, and the digest is the proof.
     */
    public static Optional<GuardProposal> find(Table table) {
        List<String> keyColumns = table.rowKey().map(Key::columns).orElse(List.of());
        return table.columns().stream()
                .filter(column -> !keyColumns.contains(column.name()))
                .flatMap(column -> of(column).stream())
                .min(Comparator.comparingInt(GuardProposal::rank));
    }

    /**
     * Returns the guard to use once the user has confirmed that the column is a version: it is moved at each save, and the digest
     * stays the proof, because other programs may write without moving it.
     */
    public Guard guard() {
        return new Guard.ByBoth(byColumn());
    }

    /** Returns the guard to use when the user says that every program which writes the table moves the column. */
    public Guard guardAlone() {
        return byColumn();
    }

    private Guard.ByColumn byColumn() {
        return new Guard.ByColumn(column.name(), kind);
    }

    /** Whether it would prove a row unchanged without the digest, if every writer moves it; the explanation says why not. */
    public boolean soundAlone() {
        return explanation.notAlone().isEmpty();
    }

    private static Optional<GuardProposal> of(Column column) {
        boolean movedByPrograms = column.generation() == Column.Generation.NONE
                && column.defaultExpression().filter(ON_UPDATE.asPredicate()).isEmpty();
        return movedByPrograms && !column.nullable() ? of(column, plain(column.name())) : Optional.empty();
    }

    private static Optional<GuardProposal> of(Column column, String name) {
        if (COUNTERS.contains(name) && wholeNumber(column)) {
            return Optional.of(proposed(column, VersionKind.INTEGER));
        }
        if (COUNTERS.contains(name) && holdsUuid(column)) {
            return Optional.of(proposed(column, VersionKind.UUID));
        }
        if (TIMES.contains(name) && TimestampStep.possible(column)) {
            return Optional.of(proposed(column, VersionKind.TIMESTAMP));
        }
        return Optional.empty();
    }

    private static GuardProposal proposed(Column column, VersionKind kind) {
        VersionStep step = new VersionStep(column, new Guard.ByColumn(column.name(), kind));
        return new GuardProposal(column, kind, Explanation.of(column, step.weakness()));
    }

    private static int rank(GuardProposal proposal) {
        return switch (proposal.kind()) {
            case INTEGER -> 0;
            case UUID -> 1;
            case TIMESTAMP, DATABASE -> 2;
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
            case TEXT -> column.size() == UuidStep.CHARACTERS;
            case BINARY -> column.size() == UuidStep.BYTES;
            default -> false;
        };
    }
}
