package dev.concord.testing;

/**
 * How long the races and the largest values of the tests are: shorter in the ordinary run, and of full length
 * with {@code mvn -Plong verify}. The cases are the same in both.
 */
public final class Length {
    private static final boolean FULL = Boolean.getBoolean("test.long");

    private Length() {}

    /** Returns how often to kill a program: as {@link #of}, or as often as {@code -Dtest.kills} says. */
    public static int kills(int ordinary, int full) {
        return Integer.getInteger("test.kills", of(ordinary, full));
    }

    /** Returns how often to do something: that often in the ordinary run, or that often in the long one. */
    public static int of(int ordinary, int full) {
        return FULL ? full : ordinary;
    }
}
