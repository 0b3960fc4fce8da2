package dev.concord.app.gateway.read;

/**
 * How many rows one answer has.
 *
 * @param usual if the client does not say, at least 1
 * @param most however many the client asks for, at least 1
 * @param related the most related rows that one answer includes, at least 1
 */
public record PageLimits(int usual, int most, int related) {

    /** 100 rows, at most 10,000; and at most 10,000 related ones. */
    public static final PageLimits DEFAULT = new PageLimits(100, 10_000, 10_000);

    public PageLimits {
        if (usual < 1 || most < 1 || related < 1) {
            throw new IllegalArgumentException("An answer has at least one row");
        }
    }
}
