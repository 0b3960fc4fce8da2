package dev.concord.app.workspace;

import dev.concord.app.task.GrowingPauses;
import dev.concord.app.task.Watch;
import dev.concord.app.task.Work;
import dev.concord.store.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether the database can be reached. Once a read or a write has lost its connection, the database is asked for a sign of
 * life, with growing pauses, until it answers. FX thread only.
 */
public final class ConnectionState {
    /** A connection lost again so soon after it was back has not been back: the pauses go on growing. */
    private static final Duration CALM = Duration.ofMinutes(1);

    private final RecordStore store;
    private final Work work;
    private final InstantSource clock;
    private final Runnable back;
    private final Runnable stopListening;
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper(this, "lost");
    private GrowingPauses pauses = new GrowingPauses();
    private Optional<Instant> backSince = Optional.empty();
    private Optional<Watch> trying = Optional.empty();
    private boolean closed;

    /**
     * Listens for losses until it is closed.
     *
     * @param back run whenever the database can be reached again
     */
    ConnectionState(RecordStore store, Work work, InstantSource clock, Runnable back) {
        this.store = store;
        this.work = work;
        this.clock = clock;
        this.back = back;
        this.stopListening = store.whenConnectionLost(() -> work.onFxThread(this::lose));
    }

    /** Whether the connection is lost, and not back yet. */
    public ReadOnlyBooleanProperty lost() {
        return lost.getReadOnlyProperty();
    }

    /** Tries at once instead of after the present pause. Does nothing while the connection is there. */
    public void tryNow() {
        if (lost.get()) {
            pauses = new GrowingPauses();
            tryAgain(Duration.ZERO);
        }
    }

    private void lose() {
        if (lost.get() || closed) {
            return;
        }
        boolean again = backSince
                .filter(since -> clock.instant().isBefore(since.plus(CALM)))
                .isPresent();
        if (!again) {
            pauses = new GrowingPauses();
        }
        lost.set(true);
        tryAgain(again ? pauses.get() : Duration.ZERO);
    }

    private void tryAgain(Duration first) {
        trying.ifPresent(Watch::stop);
        trying = Optional.of(work.watch(first, pauses, store::reachable, this::answered));
    }

    private void answered(boolean reachable) {
        if (reachable) {
            trying.ifPresent(Watch::stop);
            trying = Optional.empty();
            backSince = Optional.of(clock.instant());
            lost.set(false);
            back.run();
        }
    }

    /** Stops trying, and listens no longer. */
    void close() {
        closed = true;
        stopListening.run();
        trying.ifPresent(Watch::stop);
        trying = Optional.empty();
    }
}
