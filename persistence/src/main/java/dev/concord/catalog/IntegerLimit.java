package dev.concord.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The largest whole number a column can hold. Known here because some databases clip a number that is too large instead
 * of rejecting it, and a clipped version would no longer change.
 *
 * <p>Where the catalog does not say that a column is unsigned, the limit is the smaller, signed one: a write is
 * rejected too early rather than clipped.
 */
public final class IntegerLimit {
    private static final int LONG = 64;

    /** By the number of bits; asked for on every write. */
    private static final BigDecimal[] LARGEST = IntStream.rangeClosed(0, LONG)
            .mapToObj(bits -> BigDecimal.TWO.pow(bits).subtract(BigDecimal.ONE))
            .toArray(BigDecimal[]::new);

    private IntegerLimit() {}

    /** Returns the limit; empty where there is none (PostgreSQL's numeric without a precision). */
    public static Optional<BigDecimal> of(Column column) {
        if (column.kind() == ValueKind.DECIMAL) {
            return Optional.of(column.size() - column.scale())
                    .filter(digits -> column.size() > 0)
                    .map(digits -> BigDecimal.TEN.pow(Math.max(digits, 0)).subtract(BigDecimal.ONE));
        }
        String type = column.typeName().toLowerCase(Locale.ROOT);
        if (column.kind() == ValueKind.NUMERIC || (column.size() == 0 && !type.equals("oid"))) {
            // SQLite: eight bytes for every declared type, and beyond them floating point.
            return Optional.of(largest(LONG, false));
        }
        return Optional.of(largest(bits(type, column.size()), unsigned(type, column.size())));
    }

    /** Returns the least whole number that a column can hold, by the same rule as the largest. */
    public static Optional<BigDecimal> least(Column column) {
        boolean none = column.typeName().toLowerCase(Locale.ROOT).contains("unsigned");
        return of(column)
                .map(largest -> none
                        ? BigDecimal.ZERO
                        : column.kind() == ValueKind.INTEGER
                                ? largest.add(BigDecimal.ONE).negate()
                                : largest.negate());
    }

    private static BigDecimal largest(int bits, boolean unsigned) {
        return LARGEST[unsigned ? bits : bits - 1];
    }

    /** Twenty digits are more than a signed number of eight bytes has. */
    private static boolean unsigned(String type, int digits) {
        return type.contains("unsigned") || digits == 20 || type.equals("oid");
    }

    private static int bits(String type, int digits) {
        if (type.startsWith("tinyint")) {
            return 8;
        }
        if (type.startsWith("smallint") || type.startsWith("int2")) {
            return 16;
        }
        if (type.startsWith("mediumint")) {
            return 24;
        }
        if (type.startsWith("bigint") || type.startsWith("int8")) {
            return LONG;
        }
        if (type.startsWith("int") || type.equals("oid")) {
            return 32;
        }
        return bitsOfDomain(digits);
    }

    /** The name of a PostgreSQL domain says nothing; the catalog gives the digits of the type under it. */
    private static int bitsOfDomain(int digits) {
        return switch (digits) {
            case 5 -> 16;
            case 19 -> LONG;
            default -> 32;
        };
    }
}
