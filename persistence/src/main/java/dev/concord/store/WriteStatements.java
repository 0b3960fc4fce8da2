package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.sql.RowLock;
import dev.concord.version.VersionStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down the statements that a write would run, for a person to read; nothing is run. */
final class WriteStatements {
    private final OpenTable open;

    WriteStatements(OpenTable open) {
        this.open = open;
    }

    /** Returns the statements of a write in their order; none where it writes nothing. */
    List<StatementText> of(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert(Draft draft) -> List.of(insert(open.writable(draft.changes())));
            case RowWrite.Update update -> update(update.base(), update.draft());
            case RowWrite.Delete(Snapshot row) ->
                guarded(row, RowLock.FOR_DELETE, which -> BoundParameters.of(which)
                        .textOf(open.statements().delete(which)));
        };
    }

    private StatementText insert(Row given) {
        Row values = withVersion(Value.ofNull(), given);
        BoundParameters parameters = new BoundParameters();
        values.forEach((column, value) -> parameters.and(open.sql().column(column), value));
        return parameters.textOf(open.statements().insert(values));
    }

    private List<StatementText> update(Snapshot base, Draft draft) {
        Optional<Outcome.Failure> rejection = Changes.rejection(open, base, draft);
        Changes changes = rejection.isPresent() ? Changes.of(Row.EMPTY) : Changes.of(open, base, draft);
        if (changes.isEmpty()) {
            return List.of();
        }
        Row values = withVersion(open.guard().versionOf(base.row()), changes.values());
        RowLock lock = open.moves(changes.values()) ? RowLock.FOR_DELETE : RowLock.FOR_UPDATE;
        return guarded(base, lock, which -> BoundParameters.ofUpdate(open.sql(), values, changes.added(), which)
                .textOf(open.statements().update(values, changes.added(), which)));
    }

    private interface Write {
        StatementText of(RowCondition which);
    }

    /** The version in the condition is the guard; where it proves nothing alone, the row is locked and compared first. */
    private List<StatementText> guarded(Snapshot base, RowLock lock, Write write) {
        RecordKey key = base.key();
        Optional<Equality> proof = open.expected(base.token()).orElse(null)
                        instanceof VersionToken.OfColumn(Value version)
                ? open.guard().provingColumn().map(VersionStep::column).map(column -> new Equality(column, version))
                : Optional.empty();
        RowCondition bare = RowCondition.of(open.sql(), key);
        StatementText reading =
                BoundParameters.of(bare).textOf(open.statements().selectLocked(bare, lock));
        StatementText writing = write.of(RowCondition.of(open.sql(), key, proof));
        return Stream.concat(proof.isPresent() ? Stream.empty() : Stream.of(reading), Stream.of(writing))
                .toList();
    }

    /** Returns the values with the next version; without one where there is none. */
    private Row withVersion(Value present, Row values) {
        return open.transactions()
                .read(transaction -> VersionMove.apply(transaction, open, present, values))
                .orElse(values);
    }
}
