package dev.concord.agreement;

import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A guard as a row of the table keeps it.
 *
 * @param word {@code checksum}; {@code both} for a version that saves move beside the checksum; {@code alone} for a version that
 *     every program moves
 * @param column the version column; empty where there is none
 * @param kind how it moves, in lower case; empty where there is no column
 */
record AgreedGuard(String word, String column, String kind) {
    private static final String CHECKSUM = "checksum";
    private static final String BOTH = "both";
    private static final String ALONE = "alone";

    /**
     * @throws IllegalArgumentException for a guard that lives in the program only
     */
    static AgreedGuard of(Guard guard) {
        return switch (guard) {
            case Guard.ByDigest _ -> new AgreedGuard(CHECKSUM, "", "");
            case Guard.ByBoth both -> of(BOTH, both.column());
            case Guard.ByColumn alone -> of(ALONE, alone);
            case Guard.ByFunction _ -> throw new IllegalArgumentException("A function cannot be kept");
        };
    }

    private static AgreedGuard of(String word, Guard.ByColumn column) {
        return new AgreedGuard(word, column.column(), column.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the guard; empty for words that this version of Concord does not know. */
    Optional<Guard> guard() {
        return switch (word) {
            case CHECKSUM -> Optional.of(new Guard.ByDigest());
            case BOTH -> byColumn().map(Guard.ByBoth::new);
            case ALONE -> byColumn().map(alone -> alone);
            default -> Optional.empty();
        };
    }

    private Optional<Guard.ByColumn> byColumn() {
        return Stream.of(VersionKind.values())
                .filter(known -> known.name().equalsIgnoreCase(kind) && !column.isEmpty())
                .findFirst()
                .map(known -> new Guard.ByColumn(column, known));
    }
}
