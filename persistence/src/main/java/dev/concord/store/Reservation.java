package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a row is locked while a person decides, for rows that became stale again and again. The decided draft is guarded as
 * usual, against the row as it is locked.
 *
 * @param longest how long the person has once the row is held
 * @param held called with the row, on the thread that holds it, as soon as it is locked; must not wait
 * @param decision a draft of the row as locked; cancel it to release the row. It is cancelled when the time is over
 * @param before called on the thread that holds the row before the decided draft is written; what it returns stops the write
 */
public record Reservation(
        Duration longest,
        Consumer<Snapshot> held,
        Future<Draft> decision,
        Function<Draft, Optional<Outcome.Refused>> before) {
    /** Longer than a decision takes, shorter than colleagues are willing to wait. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    /** Makes a reservation that does nothing before the write. */
    public Reservation(Duration longest, Consumer<Snapshot> held, Future<Draft> decision) {
        this(longest, held, decision, _ -> Optional.empty());
    }

    /** Makes a reservation of 60 seconds. */
    public Reservation(Consumer<Snapshot> held, Future<Draft> decision) {
        this(USUAL, held, decision);
    }
}
