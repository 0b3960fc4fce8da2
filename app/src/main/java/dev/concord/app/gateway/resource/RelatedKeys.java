package dev.concord.app.gateway.resource;

import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;

/** Which rows a relationship leads to, for a document that says so. */
@FunctionalInterface
public interface RelatedKeys {

    /** Tells what a row itself holds: the keys that its foreign keys refer to. */
    RelatedKeys OF_ROW = (relationship, snapshot) -> relationship.holdsKey()
            ? Optional.of(relationship.keyOfOther(snapshot.row()).stream().toList())
            : Optional.empty();

    /** Returns the keys of the rows that a row is related to, at most one where it leads to one; empty where that is left out. */
    Optional<List<RecordKey>> of(Relationship relationship, Snapshot snapshot);
}
