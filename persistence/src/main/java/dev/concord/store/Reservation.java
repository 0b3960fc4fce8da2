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
 * How a row is kept from everybody else while a person decides: for one that went stale again and again. The decided draft
 * is guarded as ever, against the row as it is held.
 *
 * @param longest how long the person has once the row is held
 * @param held told, on the thread that holds the row, that it is held now and what it is; must not wait
 * @param decision a draft of the row as held; cancelled by whoever lets the row go. Running out of time cancels it too
 * @param before what to do, on the thread that holds the row, before the decided draft is written; an answer is why not
 */
public record Reservation(
        Duration longest,
        Consumer<Snapshot> held,
        Future<Draft> decision,
        Function<Draft, Optional<Outcome.Refused>> before) {
    /** Longer than it takes to decide, shorter than colleagues take to give up. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    /** Writes whatever is decided. */
    public Reservation(Duration longest, Consumer<Snapshot> held, Future<Draft> decision) {
        this(longest, held, decision, _ -> Optional.empty());
    }

    /** Gives the person the usual 60 seconds. */
    public Reservation(Consumer<Snapshot> held, Future<Draft> decision) {
        this(USUAL, held, decision);
    }
}
