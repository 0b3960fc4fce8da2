package dev.concord.store;

import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.VersionStep;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a row that is read afterwards can say of a write whose COMMIT is in doubt. */
final class DoubtEvidence {
    private final OpenTable open;

    DoubtEvidence(OpenTable open) {
        this.open = open;
    }

    /** Whether the write gives the row another token: only then does the old one prove that it was not written. */
    boolean moves(VersionToken before, Changes changes, Row written) {
        return switch (before) {
            case VersionToken.OfColumn(Value version) ->
                versionIn(written).map(next -> !next.equals(version)).orElse(true);
            case VersionToken.OfDigest _ -> counts(changes);
            case VersionToken.OfBoth(VersionToken.OfColumn(Value version), VersionToken.OfDigest _) ->
                counts(changes)
                        || versionIn(written)
                                .filter(next -> !next.equals(version))
                                .isPresent();
        };
    }

    /** Whether any of the columns written takes part in the digest. */
    private boolean counts(Changes changes) {
        Set<String> ignored = open.guard().ignored();
        return !ignored.containsAll(changes.values().columns().list())
                || changes.added().stream().anyMatch(increment -> !ignored.contains(increment.column()));
    }

    private Optional<Value> versionIn(Row written) {
        return open.guard()
                .version()
                .map(step -> step.column().name())
                .filter(written::has)
                .map(written::get);
    }

    /** What the writer saw of the version is not what he wants of it. */
    Row withoutVersion(Row row) {
        return open.guard()
                .version()
                .map(step -> row.without(step.column().name()))
                .orElse(row);
    }

    /** Whether the row has the version that only the write in doubt can have given it. */
    boolean proves(Snapshot present, Row given, Row written) {
        return ownVersion(given, written)
                .filter(own -> own.value().equals(present.row().get(own.column().name())))
                .isPresent();
    }

    /**
     * Only a value nobody else can have made proves who wrote the row. A counter counts for anybody, and a value the
     * writer chose may have been the row's before, or be another row's.
     */
    Optional<Equality> ownVersion(Row given, Row written) {
        return open.guard()
                .version()
                .filter(step -> step.by() instanceof Guard.ByColumn by && by.kind() == VersionKind.UUID)
                .map(VersionStep::column)
                .filter(column -> written.has(column.name()) && !given.has(column.name()))
                .map(column -> new Equality(column, written.get(column.name())));
    }

    /** The row is as it was wanted, whoever made it so. */
    boolean holds(Snapshot present, Row wanted) {
        for (Map.Entry<String, Value> value : open.writable(wanted).values().entrySet()) {
            if (!value.getValue().equals(present.row().get(value.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
