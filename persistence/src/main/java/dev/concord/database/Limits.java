package dev.concord.database;

import java.time.Duration;
import java.util.Optional;

/**
 * The time-outs of a connection. A broken network reports no error; without a time-out a statement would wait for that
 * of the operating system, which is a quarter of an hour.
 *
 * <p>The standard network time-out is 35 seconds without a byte while a statement runs. After it, the outcome of the
 * write is checked over a new connection, which takes up to twice the connection time-out of 10 seconds: within a
 * minute the outcome is known, or reported as unknown. The server itself ends a statement a little earlier, so that a
 * statement that is merely slow ends with the server's error and a known outcome. Time between statements does not
 * count: a row can be locked for as long as the user needs.
 *
 * <p>An address may set another network time-out ({@code socketTimeout}, H2: {@code NETWORK_TIMEOUT}; 0 for none). An
 * SQLite file and an H2 database in memory have no time-outs: they use no network, and a slow read can be cancelled.
 *
 * @param network the longest time without an answer from the server; zero for no limit
 * @param statement the longest time the server works on a statement; zero for no limit
 */
record Limits(Duration network, Duration statement) {
    static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO);

    private static final Duration STANDARD = Duration.ofSeconds(35);

    /** The server's limit for a statement, as a share of the network time-out: 30 of 35 seconds. */
    private static final double SHARE_OF_STATEMENT = 6.0 / 7;

    /** The standard limits. */
    static Limits standard() {
        return of(STANDARD);
    }

    /**
     * Returns the limits of a connection whose address sets the network time-out.
     *
     * @param network the time-out in units, as written; if it is empty or not a number, the standard limits apply
     */
    static Limits of(Optional<String> network, Duration unit) {
        return network.filter(written -> written.matches("\\d{1,9}"))
                .map(written -> of(unit.multipliedBy(Long.parseLong(written))))
                .orElseGet(Limits::standard);
    }

    private static Limits of(Duration network) {
        return new Limits(network, Duration.ofMillis((long) (network.toMillis() * SHARE_OF_STATEMENT)));
    }
}
