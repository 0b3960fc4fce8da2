package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Explanation.Sign;
import dev.concord.version.Guard.VersionKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column that looks like a row version. The user must confirm it: a name proves nothing, and with a guard by a column
 * that no writer changes, changes would be overwritten. Until then the table is guarded by digest.
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
     * Returns the likeliest version column of a table: counters first, then UUIDs, then times the database sets, then
     * times programs set, and last what the database computes.
     */
    public static Optional<GuardProposal> find(Table table) {
        List<String> keyColumns = table.rowKey().map(Key::columns).orElse(List.of());
        return table.columns().stream()
                .filter(column -> !keyColumns.contains(column.name()))
                .flatMap(column -> of(column).stream())
                .min(Comparator.comparingInt(GuardProposal::rank));
    }

    /** The guard to use once the user has confirmed the proposal. */
    public Guard guard() {
        Guard.ByColumn byColumn = new Guard.ByColumn(column.name(), kind);
        return soundAlone() ? byColumn : new Guard.ByBoth(byColumn);
    }

    /** Whether it would prove a row unchanged without the digest; the explanation says why not. */
    public boolean soundAlone() {
        return explanation.notAlone().isEmpty();
    }

    private static Optional<GuardProposal> of(Column column) {
        String name = plain(column.name());
        return switch (column.generation()) {
            case NONE -> ofWritten(column, name);
            case IDENTITY -> Optional.empty();
            case COMPUTED ->
                COUNTERS.contains(name) || TIMES.contains(name)
                        ? Optional.of(proposed(column, VersionKind.DATABASE, Sign.COMPUTED))
                        : Optional.empty();
        };
    }

    private static Optional<GuardProposal> ofWritten(Column column, String name) {
        if (column.defaultExpression().filter(ON_UPDATE.asPredicate()).isPresent()) {
            return Optional.of(proposed(column, VersionKind.DATABASE, Sign.MOVED_BY_THE_DATABASE));
        }
        if (column.nullable()) {
            return Optional.empty();
        }
        if (COUNTERS.contains(name) && wholeNumber(column)) {
            return Optional.of(proposed(column, VersionKind.INTEGER, Sign.NAME));
        }
        if (COUNTERS.contains(name) && holdsUuid(column)) {
            return Optional.of(proposed(column, VersionKind.UUID, Sign.NAME));
        }
        if (TIMES.contains(name) && TimestampStep.possible(column)) {
            return Optional.of(proposed(column, VersionKind.TIMESTAMP, Sign.NAME));
        }
        return Optional.empty();
    }

    private static GuardProposal proposed(Column column, VersionKind kind, Sign sign) {
        VersionStep step = new VersionStep(column, new Guard.ByColumn(column.name(), kind));
        return new GuardProposal(column, kind, Explanation.of(column, sign, step.weakness()));
    }

    private static int rank(GuardProposal proposal) {
        return switch (proposal.kind()) {
            case INTEGER -> 0;
            case UUID -> 1;
            case DATABASE -> proposal.explanation().sign() == Sign.MOVED_BY_THE_DATABASE ? 2 : 4;
            case TIMESTAMP -> 3;
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
