package dev.concord.version;

import java.math.BigDecimal;

/**
 * Writes the numbers people use as plain decimal text, digit by digit: {@link BigDecimal#toPlainString} would make two
 * objects for each, and a row has many.
 */
final class PlainDecimal {
    /** Eighteen digits always fit a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private static final int BASE = 10;

    private PlainDecimal() {}

    /** Whether the number has so few digits, all of them written. */
    static boolean fits(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** Writes what {@link BigDecimal#toPlainString} spells, at most 21 bytes, and returns how many. */
    static int write(BigDecimal number, byte[] out, int start) {
        int scale = number.scale();
        long unscaled = number.scaleByPowerOfTen(scale).longValue();
        int digits = Math.max(number.precision(), scale + 1);
        int length = digits + (scale > 0 ? 1 : 0) + (unscaled < 0 ? 1 : 0);
        int at = start + length;
        long rest = Math.abs(unscaled);
        for (int written = 0; written < digits; written++) {
            if (written == scale && scale > 0) {
                out[--at] = '.';
            }
            out[--at] = (byte) ('0' + rest % BASE);
            rest /= BASE;
        }
        if (unscaled < 0) {
            out[--at] = '-';
        }
        return length;
    }
}
