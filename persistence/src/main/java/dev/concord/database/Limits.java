package dev.concord.database;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a connection waits for its server. A network that has died sends no error; without a limit a statement would
 * wait for the operating system to give up, which takes a quarter of an hour.
 *
 * <p>The standard limit of the network is 35 seconds without a byte while a statement runs. Whatever ends that way is
 * looked at over a new connection, which takes up to twice the 10 seconds a person waits for a connection: within a minute
 * the outcome of a write is known, or known to be in doubt. The server itself ends a statement a little earlier, so that a
 * statement that is merely slow ends with the server's own error, and nothing is in doubt. Time between statements does not
 * count: a row can be held for as long as a person needs.
 *
 * <p>An address may set another limit of the network ({@code socketTimeout}, H2: {@code NETWORK_TIMEOUT}; 0 for none). An
 * SQLite file and an H2 database in memory have no limits: there is no network, and a slow read can be cancelled.
 *
 * @param network the longest time without an answer from the server; zero for no limit
 * @param statement the longest time the server works on a statement; zero for no limit
 */
record Limits(Duration network, Duration statement) {
    static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO);

    private static final Duration STANDARD = Duration.ofSeconds(35);

    /** Of the limit of the network, what the server gets for a statement: 30 of 35 seconds. */
    private static final double SHARE_OF_STATEMENT = 6.0 / 7;

    /** The standard limits. */
    static Limits standard() {
        return of(STANDARD);
    }

    /**
     * The limits of a connection whose address sets the network's.
     *
     * @param network in units, as written; the standard limits if it is empty or no number
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
