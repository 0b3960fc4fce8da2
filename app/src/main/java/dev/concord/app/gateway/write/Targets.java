package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceIds;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what a foreign key has to hold to refer to the resource that a request names.
 *
 * @param store reads rows of which more than the key is needed
 * @param locals rows that the same request has written, by local id
 */
record Targets(RecordStore store, Function<String, Optional<Snapshot>> locals) {

    /** What was found; switch over it exhaustively. */
    sealed interface Found {
        /** The values of the columns that the foreign key refers to; whether there is such a row the database says. */
        record Values(Row values) implements Found {}

        /** The identifier names nothing that the relationship can lead to. */
        record Wrong(ApiError error) implements Found {}
    }

    /** Finds rows of requests that have no local ids. */
    static Targets withoutLocals(RecordStore store) {
        return new Targets(store, _ -> Optional.empty());
    }

    /** Finds the target of a relationship that leads to one row. */
    Found find(Relationship relationship, ResourceIdentifier target) {
        if (!target.type().equals(relationship.type())) {
            return wrong("The relationship leads to resources of type " + relationship.type() + ".", target);
        }
        Optional<Row> values = target.lid().isPresent()
                ? target.lid().flatMap(locals).map(Snapshot::row)
                : target.id().flatMap(id -> ofId(relationship, id));
        return values.<Found>map(Found.Values::new).orElseGet(() -> wrong("There is no resource of this id.", target));
    }

    private Optional<Row> ofId(Relationship relationship, String id) {
        Optional<RecordKey> key = ResourceIds.of(relationship.other()).key(id);
        boolean inKey = key.isPresent()
                && Set.copyOf(key.get().columns().columns().list()).containsAll(relationship.otherColumns());
        return inKey ? key.map(RecordKey::columns) : key.flatMap(store::find).map(Snapshot::row);
    }

    private static Found wrong(String detail, ResourceIdentifier target) {
        return new Found.Wrong(ApiError.of(422, "invalid-target", "The relationship cannot lead there", detail)
                .at(target.at()));
    }
}
