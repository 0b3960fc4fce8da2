package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceIds;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a foreign key has to hold to refer to the resource that a request names.
 *
 * @param store reads rows of which more than the key is needed
 * @param locals the types of the rows that the same request inserts before, by local id
 */
public record Targets(RecordStore store, Map<String, String> locals) {
    public Targets {
        locals = Map.copyOf(locals);
    }

    /** What was found; switch over it exhaustively. */
    sealed interface Found {
        /** The values of the columns that the foreign key refers to; whether there is such a row the database says. */
        record Values(Row values) implements Found {}

        /** The values of a row that is inserted by the same request; they are known once it is. */
        record Local(String lid) implements Found {}

        /** The identifier names nothing that the relationship can lead to. */
        record Wrong(ApiError error) implements Found {}
    }

    /** Finds rows for requests that have no local ids. */
    static Targets withoutLocals(RecordStore store) {
        return new Targets(store, Map.of());
    }

    /** Finds the target of a relationship that leads to one row. */
    Found find(Relationship relationship, ResourceIdentifier target) {
        if (!target.type().equals(relationship.type())) {
            return wrong(422, "The relationship leads to resources of type " + relationship.type() + ".", target);
        }
        Optional<String> lid = target.lid().filter(local -> target.type().equals(locals.get(local)));
        if (lid.isPresent()) {
            return new Found.Local(lid.get());
        }
        Optional<Row> values = target.id().flatMap(id -> ofId(relationship, id));
        return values.<Found>map(Found.Values::new)
                .orElseGet(() -> wrong(404, "There is no resource of this id.", target));
    }

    private Optional<Row> ofId(Relationship relationship, String id) {
        Optional<RecordKey> key = ResourceIds.of(relationship.other()).key(id);
        boolean inKey = key.isPresent()
                && Set.copyOf(key.get().columns().columns().list()).containsAll(relationship.otherColumns());
        return inKey ? key.map(RecordKey::columns) : key.flatMap(store::find).map(Snapshot::row);
    }

    private static Found wrong(int status, String detail, ResourceIdentifier target) {
        return new Found.Wrong(ApiError.of(status, "invalid-target", "The relationship cannot lead there", detail)
                .at(target.at()));
    }
}
