package dev.concord.version;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

/**
 * Writes the numbers people use as plain decimal text, digit by digit: {@link BigDecimal#toPlainString} would make two
 * objects for each, and a row has many.
 */
final class PlainDecimal {
    /** Eighteen digits always fit a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private static final int BASE = 10;

    /** The most bytes written after the length: sign, zero, point and digits. */
    static final int LONGEST = 3 + MOST_DIGITS;

    private PlainDecimal() {}

    /** Whether a number has few enough digits, all of them written. */
    static boolean fits(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** The length as eight bytes, then the text, just as {@link BigDecimal#toPlainString} spells it. */
    static void write(BigDecimal number, ByteBuffer out) {
        int scale = number.scale();
        long unscaled = scale == 0 ? number.longValue() : number.unscaledValue().longValue();
        long rest = Math.abs(unscaled);
        int digits = Math.max(digits(rest), scale + 1);
        int length = digits + (scale > 0 ? 1 : 0) + (unscaled < 0 ? 1 : 0);
        out.putLong(length);
        int start = out.position();
        int at = start + length;
        for (int written = 0; written < digits; written++) {
            if (written == scale && scale > 0) {
                out.put(--at, (byte) '.');
            }
            out.put(--at, (byte) ('0' + rest % BASE));
            rest /= BASE;
        }
        if (unscaled < 0) {
            out.put(--at, (byte) '-');
        }
        out.position(start + length);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long power = BASE; digits <= MOST_DIGITS && number >= power; power *= BASE) {
            digits++;
        }
        return digits;
    }
}
