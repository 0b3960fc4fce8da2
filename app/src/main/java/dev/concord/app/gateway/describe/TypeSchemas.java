package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.List;

/**
 * The schemas of one type: its resources as they are read, as they are made, and as they are changed.
 *
 * @param type the type
 * @param name what the schemas are called
 */
record TypeSchemas(ResourceType type, String name) {

    /** Adds the schemas to those of all types. */
    void addTo(ObjectNode schemas) {
        schemas.set(name, resource());
        if (!type.addressable()) {
            return;
        }
        schemas.set(name + ".new", written(false));
        schemas.set(name + ".change", written(true));
    }

    private ObjectNode resource() {
        ObjectNode members = identity();
        members.set("attributes", Schemas.members(attributes(true), List.of()));
        if (!type.relationships().isEmpty()) {
            ObjectNode relationships = Schemas.object();
            type.relationships().forEach(relationship -> relationships.set(relationship.name(), read(relationship)));
            members.set("relationships", Schemas.members(relationships, List.of()));
        }
        members.set("links", Schemas.type(Schemas.OBJECT));
        members.set("meta", Schemas.reference("schemas", "ResourceMeta"));
        ObjectNode schema = Schemas.members(members, List.of("type", "id"));
        if (!type.table().comment().isBlank()) {
            schema.put("description", type.table().comment());
        }
        return schema;
    }

    private ObjectNode written(boolean change) {
        ObjectNode members = identity();
        List<String> needed = change
                ? List.of()
                : type.attributes().stream()
                        .filter(attribute -> ColumnSchema.needed(attribute.column()))
                        .filter(attribute -> !inForeignKey(attribute))
                        .map(Attribute::name)
                        .toList();
        members.set("attributes", Schemas.members(attributes(false), needed));
        ObjectNode relationships = Schemas.object();
        type.relationships().stream()
                .filter(relationship -> !relationship.toMany())
                .forEach(relationship -> relationships.set(relationship.name(), written(relationship)));
        if (!relationships.isEmpty()) {
            members.set("relationships", Schemas.members(relationships, List.of()));
        }
        return Schemas.members(members, change ? List.of("type", "id") : List.of("type"));
    }

    /** A foreign key may be given as a relationship instead. */
    private boolean inForeignKey(Attribute attribute) {
        return type.relationships().stream()
                .anyMatch(relationship -> !relationship.toMany()
                        && relationship.ownColumns().contains(attribute.column().name()));
    }

    private ObjectNode identity() {
        ObjectNode members = Schemas.object();
        members.set("type", Schemas.object().put("const", type.name()));
        members.set("id", Schemas.type(Schemas.STRING));
        return members;
    }

    private ObjectNode attributes(boolean read) {
        ObjectNode attributes = Schemas.object();
        for (Attribute attribute : type.attributes()) {
            if (read || attribute.column().writable()) {
                attributes.set(attribute.name(), ColumnSchema.of(attribute.column()));
            }
        }
        if (type.carriesChecksum()) {
            attributes.set(type.checksum(), checksum(read));
        }
        return attributes;
    }

    private static ObjectNode checksum(boolean read) {
        return (read ? Schemas.type(Schemas.STRING) : Schemas.type(Schemas.STRING, "null"))
                .put("pattern", "^[0-9a-f]{64}$")
                .put(
                        "description",
                        read
                                ? "The checksum of the whole row."
                                : "The checksum that the row had when it was read: the write is refused if it has another one.");
    }

    private static ObjectNode read(Relationship relationship) {
        ObjectNode members = Schemas.object();
        members.set("links", Schemas.type(Schemas.OBJECT));
        members.set("data", linkage(relationship));
        return Schemas.members(members, List.of());
    }

    private static ObjectNode written(Relationship relationship) {
        ObjectNode members = Schemas.object();
        members.set("data", linkage(relationship));
        return Schemas.members(members, List.of("data"));
    }

    /** The identifiers that a relationship leads to. */
    static ObjectNode linkage(Relationship relationship) {
        ObjectNode members = Schemas.object();
        members.set("type", Schemas.object().put("const", relationship.type()));
        members.set("id", Schemas.type(Schemas.STRING));
        ObjectNode identifier = Schemas.members(members, List.of("type", "id"));
        if (relationship.toMany()) {
            return Schemas.array(identifier);
        }
        ObjectNode none = Schemas.object();
        none.putArray("anyOf").add(identifier).add(Schemas.type("null"));
        return none;
    }
}
