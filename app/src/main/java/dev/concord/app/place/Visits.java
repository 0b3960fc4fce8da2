package dev.concord.app.place;

import dev.concord.record.RecordKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The records that a person came from, and went back from, as in a browser. Going through the rows of a table is no visit. */
final class Visits {
    /** The most records to go back to. */
    private static final int MOST = 100;

    private final Deque<Visit> back = new ArrayDeque<>();
    private final Deque<Visit> forward = new ArrayDeque<>();

    /**
     * A record that was shown.
     *
     * @param key names its row
     * @param column the column of the form that had the keyboard; empty where the form had not
     */
    record Visit(RecordKey key, Optional<String> column) {}

    /** The person goes elsewhere from a record. */
    void leave(Visit from) {
        forward.clear();
        push(back, from);
    }

    /** Returns the record to go back to, and notes the one that is left. */
    Optional<Visit> back(Optional<Visit> from) {
        return step(back, forward, from);
    }

    /** Returns the record that was gone back from, and notes the one that is left. */
    Optional<Visit> forward(Optional<Visit> from) {
        return step(forward, back, from);
    }

    private static Optional<Visit> step(Deque<Visit> to, Deque<Visit> away, Optional<Visit> from) {
        // A record that is shown already is no place to go to.
        while (!to.isEmpty()
                && from.filter(now -> now.key().equals(to.element().key())).isPresent()) {
            to.pop();
        }
        Optional<Visit> next = Optional.ofNullable(to.poll());
        next.ifPresent(_ -> from.ifPresent(now -> push(away, now)));
        return next;
    }

    private static void push(Deque<Visit> visits, Visit visit) {
        if (visits.isEmpty() || !visits.element().key().equals(visit.key())) {
            visits.push(visit);
        }
        if (visits.size() > MOST) {
            visits.removeLast();
        }
    }
}
