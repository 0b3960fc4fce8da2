package dev.concord.store;

import dev.concord.catalog.Key;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Why a row can no longer be read. A database that hides rows (PostgreSQL's row-level security) says neither "deleted" nor
 * "hidden"; but it refuses a second row of a key that is taken, seen or not.
 */
final class Disappearance {
    private final OpenTable open;
    private final Writes writes;

    Disappearance(OpenTable open, Writes writes) {
        this.open = open;
        this.writes = writes;
    }

    /** Tries to insert the row as it was when it could be seen: those values this user may have had. */
    Presence of(Snapshot last) {
        return open.<Optional<Presence>>read(
                        last.key(),
                        transaction -> Suppression.byPolicy(transaction, open)
                                ? Optional.empty()
                                : Optional.of(Presence.DELETED),
                        _ -> Optional.of(Presence.UNKNOWN))
                .orElseGet(() -> tried(last));
    }

    private Presence tried(Snapshot last) {
        return switch (writes.rehearseInsert(last.row())) {
            case Rehearsal.Fits _ -> Presence.DELETED;
            case Rehearsal.Fails(Outcome.Rejected(List<Violation> violations)) -> of(violations.getFirst());
            case Rehearsal.Fails _ -> Presence.UNKNOWN;
        };
    }

    /** References are checked after keys: a row that only lacks what it refers to met no other of its key. */
    private Presence of(Violation violation) {
        return switch (violation.kind()) {
            case UNIQUE -> atTheKey(violation) ? Presence.HIDDEN : Presence.UNKNOWN;
            case FOREIGN_KEY -> Presence.DELETED;
            default -> Presence.UNKNOWN;
        };
    }

    private boolean atTheKey(Violation violation) {
        return open.table()
                .rowKey()
                .map(Key::columns)
                .filter(violation.columns()::equals)
                .isPresent();
    }
}
