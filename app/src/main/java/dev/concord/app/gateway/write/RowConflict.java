package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.Documents;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.AttributeValues;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.LastWriter;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row that somebody else has changed since the client read it, as the client is told of it: the checksums, the row as it is, who
 * changed it where columns say so, and how far the two versions can be merged.
 *
 * @param known the checksums that the client sent
 * @param now the row as it is
 * @param base the row as the client had read it; empty where that is not known
 * @param merge what becomes of both changes; empty where the base is not known, or the client's own change cannot be read
 */
public record RowConflict(
        ResourceType type, Set<String> known, Snapshot now, Optional<Snapshot> base, Optional<RecordMerge> merge) {

    /** What API Logic Server says as well; programs look for it. */
    static final String TITLE = "Sorry, row altered by another user";

    /** A conflict of a client that has not sent what it started from. */
    public static RowConflict withoutBase(ResourceType type, Set<String> known, Snapshot now) {
        return new RowConflict(type, known, now, Optional.empty(), Optional.empty());
    }

    /** Returns the error for a request whose precondition or token does not hold any more. */
    public ApiError error(int status, Addresses addresses) {
        return ApiError.of(status, "stale", TITLE, TITLE + ". Nothing was written; meta has the row as it is now.")
                .with(meta(addresses));
    }

    /** Returns what an error says of the row, for programs. */
    ObjectNode meta(Addresses addresses) {
        return Documents.tree(json -> {
            json.writeArrayFieldStart("yours");
            for (String one : known) {
                json.writeString(one);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("current");
            json.writeStringField("checksum", type.tags().checksum(now));
            json.writeStringField("etag", type.tags().etag(now));
            json.writeEndObject();
            lastWriter(json);
            json.writeFieldName("data");
            new ResourceWriter(type, addresses).write(now, json);
            if (merge.isPresent()) {
                json.writeFieldName("merge");
                json.writeTree(summary(merge.get()));
            }
        });
    }

    private void lastWriter(JsonGenerator json) throws IOException {
        Row before = base.map(Snapshot::row).orElse(now.row());
        Optional<LastWriter> writer = LastWriter.of(type.table(), before, now.row());
        if (writer.isPresent()) {
            json.writeObjectFieldStart("changed");
            if (writer.get().who().isPresent()) {
                json.writeStringField("by", writer.get().who().get());
            }
            if (writer.get().at().isPresent()) {
                json.writeStringField("at", writer.get().at().get().toString());
            }
            json.writeEndObject();
        }
    }

    /** Returns what a merge makes of each attribute that one of the two has changed. */
    ObjectNode summary(RecordMerge of) {
        return Documents.tree(json -> {
            json.writeObjectFieldStart("kept");
            for (FieldMerge field : of.having(Change.THEIRS, Change.MERGED, Change.MINE, Change.EQUAL)) {
                Optional<Value> settled = field.settled();
                if (settled.isPresent() && shown(field, settled.get())) {
                    json.writeFieldName(name(field));
                    AttributeValues.write(settled.get(), json);
                }
            }
            json.writeEndObject();
            json.writeArrayFieldStart("undecided");
            for (FieldMerge field : of.decisions()) {
                undecided(field, json);
            }
            json.writeEndArray();
        });
    }

    private void undecided(FieldMerge field, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("attribute", name(field));
        for (Side side : List.of(
                new Side("base", field.base()), new Side("current", field.theirs()), new Side("yours", field.mine()))) {
            if (shown(field, side.value())) {
                json.writeFieldName(side.name());
                AttributeValues.write(side.value(), json);
            }
        }
        json.writeEndObject();
    }

    private record Side(String name, Value value) {}

    private boolean shown(FieldMerge field, Value value) {
        return type.attributeOf(field.name()).isPresent() && AttributeValues.writable(value, field.column());
    }

    private String name(FieldMerge field) {
        return type.attributeOf(field.name()).map(attribute -> attribute.name()).orElse(field.name());
    }
}
