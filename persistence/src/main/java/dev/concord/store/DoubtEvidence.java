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

/** What a row that is read afterwards proves about a write whose COMMIT is in doubt. */
final class DoubtEvidence {
    private final OpenTable open;

    DoubtEvidence(OpenTable open) {
        this.open = open;
    }

    /** Whether the write changes the row's token: only then does the old token prove that the row was not written. */
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

    /** Returns a row without its version, which the write was to change. */
    Row withoutVersion(Row row) {
        return open.guard()
                .version()
                .map(step -> row.without(step.column().name()))
                .orElse(row);
    }

    /** Whether the row has the version that only the write in doubt can have made. */
    boolean proves(Snapshot present, Row given, Row written) {
        return ownVersion(given, written)
                .filter(own -> own.value().equals(present.row().get(own.column().name())))
                .isPresent();
    }

    /**
     * Returns the version that only this write can have made: a random UUID it generated. Any writer may have made the next
     * number of a counter, and a version the caller chose may have been the row's before, or be another row's.
     */
    Optional<Equality> ownVersion(Row given, Row written) {
        return open.guard()
                .version()
                .filter(step -> step.by() instanceof Guard.ByColumn by && by.kind() == VersionKind.UUID)
                .map(VersionStep::column)
                .filter(column -> written.has(column.name()) && !given.has(column.name()))
                .map(column -> new Equality(column, written.get(column.name())));
    }

    /** Whether the row has the wanted values, no matter which writer wrote them. */
    boolean holds(Snapshot present, Row wanted) {
        for (Map.Entry<String, Value> value : open.writable(wanted).values().entrySet()) {
            if (!value.getValue().equals(present.row().get(value.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
