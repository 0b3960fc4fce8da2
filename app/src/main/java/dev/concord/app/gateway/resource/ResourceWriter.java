package dev.concord.app.gateway.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.record.Bytes;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes rows of one type as resource objects. Besides the attributes that were asked for, each has {@code meta.etag}, the ETag of its
 * whole row, so that rows of a collection can be written, too, without reading each alone. Values that JSON cannot carry are left out of
 * the attributes and described in {@code meta.omitted}.
 *
 * @param type the type of the rows
 * @param addresses where resources are
 * @param fields the names of the fields to write; empty for all of them
 * @param related which rows relationships lead to
 */
public record ResourceWriter(
        ResourceType type, Addresses addresses, Optional<Set<String>> fields, RelatedKeys related) {

    /** Writes all fields, and of relationships what the row itself holds. */
    public ResourceWriter(ResourceType type, Addresses addresses) {
        this(type, addresses, Optional.empty(), RelatedKeys.OF_ROW);
    }

    /** Writes a row as a resource object. */
    public void write(Snapshot snapshot, JsonGenerator out) throws IOException {
        write(snapshot, type.id(snapshot), out);
    }

    /**
     * Writes a row as a resource object.
     *
     * @param id no other resource of the document has it
     */
    public void write(Snapshot snapshot, String id, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", type.name());
        out.writeStringField("id", id);
        String checksum = type.tags().checksum(snapshot);
        Map<String, Value> omitted = attributes(snapshot.row(), checksum, out);
        relationships(snapshot, id, out);
        if (type.addressable()) {
            out.writeObjectFieldStart("links");
            out.writeStringField("self", addresses.resource(type.name(), id));
            out.writeEndObject();
        }
        out.writeObjectFieldStart("meta");
        out.writeStringField("etag", '"' + checksum + '"');
        omitted(omitted, out);
        out.writeEndObject();
        out.writeEndObject();
    }

    private Map<String, Value> attributes(Row row, String checksum, JsonGenerator out) throws IOException {
        Map<String, Value> omitted = new LinkedHashMap<>();
        out.writeObjectFieldStart("attributes");
        for (Attribute attribute : type.attributes()) {
            if (asked(attribute.name())) {
                Value value = row.get(attribute.column().name());
                if (AttributeValues.writable(value, attribute.column())) {
                    out.writeFieldName(attribute.name());
                    AttributeValues.write(value, out);
                } else {
                    omitted.put(attribute.name(), value);
                }
            }
        }
        if (type.carriesChecksum() && asked(type.checksum())) {
            out.writeStringField(type.checksum(), checksum);
        }
        out.writeEndObject();
        return omitted;
    }

    private void relationships(Snapshot snapshot, String id, JsonGenerator out) throws IOException {
        List<Relationship> asked =
                type.relationships().stream().filter(r -> asked(r.name())).toList();
        if (asked.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("relationships");
        for (Relationship relationship : asked) {
            out.writeObjectFieldStart(relationship.name());
            out.writeObjectFieldStart("links");
            out.writeStringField("self", addresses.relationship(type.name(), id, relationship.name()));
            out.writeStringField("related", addresses.related(type.name(), id, relationship.name()));
            out.writeEndObject();
            Optional<List<RecordKey>> keys = related.of(relationship, snapshot);
            if (keys.isPresent()) {
                out.writeFieldName("data");
                linkage(relationship, keys.get(), out);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** Writes resource linkage: an identifier or null where the relationship leads to one row, else a list of identifiers. */
    public static void linkage(Relationship relationship, List<RecordKey> keys, JsonGenerator out) throws IOException {
        if (relationship.toMany()) {
            out.writeStartArray();
        } else if (keys.isEmpty()) {
            out.writeNull();
        }
        for (RecordKey key : keys) {
            out.writeStartObject();
            out.writeStringField("type", relationship.type());
            out.writeStringField("id", relationship.ids().id(key));
            out.writeEndObject();
        }
        if (relationship.toMany()) {
            out.writeEndArray();
        }
    }

    private static void omitted(Map<String, Value> omitted, JsonGenerator out) throws IOException {
        if (omitted.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("omitted");
        for (Map.Entry<String, Value> entry : omitted.entrySet()) {
            out.writeObjectFieldStart(entry.getKey());
            switch (entry.getValue()) {
                case Value.Large(Value.Large.Kind _, long size, String sha256) -> {
                    out.writeStringField("reason", "too large");
                    out.writeNumberField("bytes", size);
                    out.writeStringField("sha256", sha256);
                }
                case Value.Malformed(Bytes bytes) -> {
                    out.writeStringField("reason", "not valid in its encoding");
                    out.writeNumberField("bytes", bytes.size());
                }
                default -> out.writeStringField("reason", "not of the column's type");
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private boolean asked(String field) {
        return fields.isEmpty() || fields.get().contains(field);
    }
}
