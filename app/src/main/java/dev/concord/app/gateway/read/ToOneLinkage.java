package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Optional;

/**
 * Which row a row's relationship to one leads to, and the document that says so: the answer to a read of the relationship, and to a write that
 * the database carried out otherwise than asked.
 *
 * @param store finds the row where the relationship does not hold its key
 * @param type the type of the rows
 * @param relationship leads to one row
 * @param addresses where resources are
 */
public record ToOneLinkage(RecordStore store, ResourceType type, Relationship relationship, Addresses addresses) {

    /**
     * Returns the key of the row that a row leads to; empty where it leads to none.
     *
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    public Optional<RecordKey> of(Snapshot row) {
        return relationship.holdsKey()
                ? relationship.keyOfOther(row.row())
                : new RelatedRows(store).target(relationship, row).map(Snapshot::key);
    }

    /** Answers with what {@link #of} has found. */
    public Answer answer(Snapshot row, Optional<RecordKey> target) {
        String id = type.ids().id(row.key());
        return Answers.document(200, json -> {
                    json.writeFieldName("data");
                    ResourceWriter.linkage(relationship, target.map(List::of).orElse(List.of()), json);
                    json.writeObjectFieldStart("links");
                    json.writeStringField("self", addresses.relationship(type.name(), id, relationship.name()));
                    json.writeStringField("related", addresses.related(type.name(), id, relationship.name()));
                    json.writeEndObject();
                })
                .with("ETag", type.tags().etag(row));
    }
}
