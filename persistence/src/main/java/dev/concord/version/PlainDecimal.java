package dev.concord.version;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;

/**
 * Writes numbers of usual size as plain decimal text, digit by digit: {@link BigDecimal#toPlainString} would make two
 * objects for each, and a row has many.
 */
final class PlainDecimal {
    /** Eighteen digits always fit a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private static final int BASE = 10;
    private static final int PAIR = 100;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    /** The digits 00 to 99, two bytes each. */
    private static final short[] PAIRS = new short[PAIR];

    private static final long[] POWERS = new long[MOST_DIGITS + 1];

    static {
        for (int pair = 0; pair < PAIR; pair++) {
            PAIRS[pair] = (short) (('0' + pair / BASE) << Byte.SIZE | ('0' + pair % BASE));
        }
        POWERS[0] = 1;
        for (int scale = 1; scale <= MOST_DIGITS; scale++) {
            POWERS[scale] = POWERS[scale - 1] * BASE;
        }
    }

    private PlainDecimal() {}

    /** Whether the number has so few digits, all of them written. */
    static boolean fits(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** Writes what {@link BigDecimal#toPlainString} spells, at most 21 bytes, and returns how many. */
    static int write(BigDecimal number, byte[] out, int start) {
        int scale = number.scale();
        long unscaled = scale == 0
                ? number.longValue()
                : number.scaleByPowerOfTen(scale).longValue();
        int whole = Math.max(number.precision() - scale, 1);
        long rest = Math.abs(unscaled);
        int at = start;
        if (unscaled < 0) {
            out[at++] = '-';
        }
        if (scale == 0) {
            return digits(rest, whole, out, at) - start;
        }
        at = digits(rest / POWERS[scale], whole, out, at);
        out[at++] = '.';
        return digits(rest % POWERS[scale], scale, out, at) - start;
    }

    /** Writes so many digits, two at a time, and returns where they end. */
    private static int digits(long number, int count, byte[] out, int start) {
        long rest = number;
        int at = start + count;
        while (at - start > 1) {
            long pairs = rest / PAIR;
            at -= 2;
            SHORT.set(out, at, PAIRS[(int) (rest - pairs * PAIR)]);
            rest = pairs;
        }
        if (at > start) {
            out[start] = (byte) ('0' + rest);
        }
        return start + count;
    }
}
