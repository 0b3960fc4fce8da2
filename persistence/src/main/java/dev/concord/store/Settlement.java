package dev.concord.store;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.store.RowReader.Hold;
import dev.concord.store.TableSql.Compared;
import dev.concord.store.Transactions.Ending;
import dev.concord.store.Transactions.Verdict;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.VersionStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles what became of a write whose connection died during COMMIT: by reading the row over another connection, never
 * by guessing and never by writing again. The row is read with a lock, which waits until the server has ended the
 * transaction in doubt. What a third writer did in between stays unknown.
 */
final class Settlement {
    private final OpenTable open;
    private final String detail;

    Settlement(OpenTable open, String detail) {
        this.open = open;
        this.detail = detail;
    }

    /** What a reading came to. */
    private sealed interface Seen {
        record There(Snapshot present) implements Seen {}

        record NotThere() implements Seen {}

        record NotReadable() implements Seen {}
    }

    /**
     * Settles an update.
     *
     * @param base the row before, as far as known
     * @param expected the token it had
     * @param written the values of the write, the version among them
     */
    SaveOutcome ofUpdate(RecordKey key, Row base, Optional<VersionToken> expected, Row written) {
        RecordKey now = open.sql().keyOf(key.columns().withAll(written));
        return switch (look(now)) {
            case Seen.There(Snapshot present) -> {
                if (proves(present, written)) {
                    yield new Outcome.Saved(present);
                }
                if (expected.isPresent() && expected.equals(present.token())) {
                    yield notWritten();
                }
                yield holds(present, base.withAll(written))
                        ? new Outcome.Saved(present)
                        : unknown(Optional.of(present));
            }
            case Seen.NotThere _ -> now.equals(key) ? unknown(Optional.empty()) : atTheOldKey(key, expected);
            case Seen.NotReadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles a write that depends on the row as it was, such as adding to it. That the row holds the sum proves nothing
     * here: a colleague may have added as much.
     *
     * @param before the token the row had; empty where none is kept
     * @param written the values of the write, the version among them
     */
    SaveOutcome ofIncrement(RecordKey key, Optional<VersionToken> before, Row written) {
        return switch (look(open.sql().keyOf(key.columns().withAll(written)))) {
            case Seen.There(Snapshot present) -> {
                if (proves(present, written)) {
                    yield new Outcome.Saved(present);
                }
                yield before.isPresent() && before.equals(present.token())
                        ? notWritten()
                        : unknown(Optional.of(present));
            }
            case Seen.NotThere _, Seen.NotReadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles an insert. The row is found by its key or, where the database made that, by a version nobody else makes.
     *
     * @param given the values of the draft; a version among them may be another row's as well
     * @param written the values of the write, the version among them
     */
    InsertOutcome ofInsert(Row given, Row written, TransactionFate fate) {
        if (fate.undone()) {
            return notWritten();
        }
        boolean keyKnown = written.values().keySet().containsAll(open.sql().keyColumns());
        Optional<RowCondition> which = keyKnown
                ? Optional.of(RowCondition.of(open.sql(), open.sql().keyOf(written)))
                : ownVersion(written)
                        .filter(own -> !given.has(own.column().name()))
                        .map(own -> new RowCondition(List.of(own)));
        return which.map(this::look).orElseGet(Seen.NotReadable::new) instanceof Seen.There(Snapshot present)
                ? proves(present, written) || holds(present, written)
                        ? new Outcome.Saved(present)
                        : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    /** Settles a delete. */
    DeleteOutcome ofDelete(RecordKey key, Optional<VersionToken> expected) {
        return switch (look(key)) {
            case Seen.NotThere _ -> new Outcome.Deleted(key);
            case Seen.There(Snapshot present) ->
                expected.isPresent() && expected.equals(present.token()) ? notWritten() : unknown(Optional.of(present));
            case Seen.NotReadable _ -> unknown(Optional.empty());
        };
    }

    /** A write that would have moved the row to another key left it where it was. */
    private Outcome.Failure atTheOldKey(RecordKey key, Optional<VersionToken> expected) {
        return look(key) instanceof Seen.There(Snapshot present)
                ? expected.isPresent() && expected.equals(present.token())
                        ? notWritten()
                        : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    private Seen look(RecordKey key) {
        return look(RowCondition.of(open.sql(), key));
    }

    private Seen look(RowCondition which) {
        Ending<Optional<Snapshot>> ending = open.transactions()
                .write(transaction -> Verdict.undo(open.reader().readLocked(transaction, which, Hold.FOR_UPDATE)));
        return switch (ending) {
            case Ending.Done<Optional<Snapshot>>(Optional<Snapshot> present) ->
                present.<Seen>map(Seen.There::new).orElseGet(Seen.NotThere::new);
            case Ending.Failed<Optional<Snapshot>> _, Ending.CommitFailed<Optional<Snapshot>> _ ->
                new Seen.NotReadable();
        };
    }

    /** Whether the row has the version that only the write in doubt can have given it. */
    private boolean proves(Snapshot present, Row written) {
        return ownVersion(written)
                .filter(own -> own.value().equals(present.row().get(own.column().name())))
                .isPresent();
    }

    /** Only a value nobody else can have made proves who wrote the row. A counter counts for anybody. */
    private Optional<Compared> ownVersion(Row written) {
        return open.guard()
                .version()
                .filter(step -> step.by() instanceof Guard.ByColumn by && by.kind() == VersionKind.UUID)
                .map(VersionStep::column)
                .filter(column -> written.has(column.name()))
                .map(column -> new Compared(column, written.get(column.name())));
    }

    /** The row is as it was wanted, whoever made it so. */
    private boolean holds(Snapshot present, Row wanted) {
        for (Map.Entry<String, Value> value : open.writable(wanted).values().entrySet()) {
            if (!value.getValue().equals(present.row().get(value.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private Outcome.Refused notWritten() {
        return new Outcome.Refused(Reason.CONNECTION_LOST, detail);
    }

    private Outcome.Unconfirmed unknown(Optional<Snapshot> present) {
        return new Outcome.Unconfirmed(present, detail);
    }
}
