package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.List;

/**
 * The addresses of one type, and what can be asked of each.
 *
 * @param type the type
 * @param name what its schemas are called
 * @param writable whether the client may write its rows
 */
record TypePaths(ResourceType type, String name, boolean writable) {

    /** Adds the addresses to those of all types. */
    void addTo(ObjectNode paths) {
        String collection = "/" + Addresses.ROOT + "/" + Addresses.segment(type.name());
        String member = collection + "/{id}";
        ObjectNode ofCollection = paths.putObject(collection);
        ofCollection.set("get", list());
        if (!type.addressable()) {
            return;
        }
        ObjectNode ofMember = ofId(paths, member);
        ofMember.set("get", read());
        if (writable) {
            ofCollection.set("post", make());
            ofMember.set("patch", change("change", "Changes some attributes of a row."));
            ofMember.set("put", change("replace", "Sets all attributes of a row."));
            ofMember.set("delete", delete());
            ofId(paths, member + "/increment").set("post", increment());
        }
        for (int i = 0; i < type.relationships().size(); i++) {
            Relationship relationship = type.relationships().get(i);
            String segment = Addresses.segment(relationship.name());
            ofId(paths, member + "/" + segment).set("get", related(relationship, i));
            ObjectNode itself = ofId(paths, member + "/relationships/" + segment);
            itself.set("get", identifiers(relationship, i));
            if (writable) {
                writes(itself, relationship, i);
            }
        }
    }

    private static ObjectNode ofId(ObjectNode paths, String path) {
        ObjectNode node = paths.putObject(path);
        node.putArray("parameters").add(Schemas.reference("parameters", "id"));
        return node;
    }

    private ObjectNode list() {
        OperationDescription operation = operation("list", "Reads a part of the rows.");
        TypeParameters parameters = new TypeParameters(type);
        parameters.shown().forEach(operation::with);
        parameters.chosen().forEach(operation::with);
        return operation
                .answer(200, "A part of the rows.", Schemas.array(resource()))
                .node();
    }

    private ObjectNode read() {
        OperationDescription operation = operation("read", "Reads a row.").answer(200, "The row.", resource());
        new TypeParameters(type).shown().forEach(operation::with);
        return tagged(operation).node();
    }

    private ObjectNode make() {
        return operation("make", "Makes a row.")
                .body(Schemas.reference("schemas", name + ".new"))
                .answer(201, "The row as it is now.", resource())
                .tagged(201)
                .headed(201, "Location")
                .writing()
                .node();
    }

    private ObjectNode change(String id, String summary) {
        return operation(id, summary)
                .with("Prefer")
                .body(Schemas.reference("schemas", name + ".change"))
                .answer(200, "The row as it is now.", resource())
                .tagged(200)
                .headed(200, "Preference-Applied")
                .guarded()
                .node();
    }

    private ObjectNode delete() {
        return operation("delete", "Deletes a row.")
                .body(Schemas.reference("schemas", name + ".change"))
                .optionalBody()
                .empty(204, "The row is deleted.")
                .guarded()
                .node();
    }

    private ObjectNode increment() {
        ObjectNode meta = Schemas.object();
        meta.set("attribute", Schemas.type(Schemas.STRING));
        meta.set("by", Schemas.type("number"));
        meta.set("notBelow", Schemas.type("number"));
        ObjectNode body = Schemas.object();
        body.set("meta", Schemas.members(meta, List.of("attribute", "by")));
        return operation("increment", "Adds to a number, whatever the row holds by then.")
                .bodyOf(body)
                .answer(200, "The row as it is now.", resource())
                .tagged(200)
                .writing()
                .node();
    }

    private ObjectNode related(Relationship relationship, int number) {
        OperationDescription operation =
                operation("related." + number, "Reads what a row is related to: " + relationship.name() + ".");
        page(operation.with("include"), relationship)
                .answer(200, "The related rows.", many(relationship, Schemas.reference("schemas", "AnyResource")));
        return tagged(operation, relationship).node();
    }

    /** Adds the parameters of pages where a relationship leads to many rows. */
    private static OperationDescription page(OperationDescription operation, Relationship relationship) {
        if (relationship.toMany()) {
            operation.with("sort");
            TypeParameters.PAGE.forEach(operation::with);
        }
        return operation;
    }

    /** Adds what belongs to the read of one row, where a relationship leads to one. */
    private static OperationDescription tagged(OperationDescription operation, Relationship relationship) {
        return relationship.toMany() ? operation : tagged(operation);
    }

    private static OperationDescription tagged(OperationDescription operation) {
        return operation
                .tagged(200)
                .empty(304, "The row still has a tag of If-None-Match.")
                .tagged(304)
                .with("IfNoneMatch")
                .with("IfMatch")
                .refused(Refusal.ALTERED);
    }

    private ObjectNode identifiers(Relationship relationship, int number) {
        OperationDescription operation =
                operation("relationship." + number, "Reads which rows these are: " + relationship.name() + ".");
        page(operation, relationship)
                .answer(200, "The identifiers of the related rows.", TypeSchemas.linkage(relationship));
        return tagged(operation, relationship).node();
    }

    private void writes(ObjectNode itself, Relationship relationship, int number) {
        ObjectNode linkage = TypeSchemas.linkage(relationship);
        if (relationship.toMany()) {
            itself.set(
                    "post",
                    writeMembers("add." + number, "Relates more rows to this one.", linkage)
                            .node());
            itself.set(
                    "delete",
                    writeMembers("remove." + number, "Relates rows to this one no more.", linkage)
                            .node());
        } else {
            itself.set(
                    "patch",
                    write("relate." + number, "Relates a row to another one.", linkage)
                            .answer(200, "The database has related the row otherwise: to this one.", linkage)
                            .tagged(200)
                            .node());
        }
    }

    private OperationDescription writeMembers(String id, String summary, ObjectNode linkage) {
        return write(id, summary, linkage)
                .answer(200, "The database has done otherwise: these rows are related now.", linkage);
    }

    private OperationDescription write(String id, String summary, ObjectNode linkage) {
        return operation(id, summary)
                .body(linkage)
                .empty(204, "It is done.")
                .tagged(204)
                .guarded();
    }

    private static ObjectNode many(Relationship relationship, ObjectNode one) {
        if (relationship.toMany()) {
            return Schemas.array(one);
        }
        ObjectNode none = Schemas.object();
        none.putArray("anyOf").add(one).add(Schemas.type("null"));
        return none;
    }

    private OperationDescription operation(String id, String summary) {
        return OperationDescription.of(id + "." + name, summary, type.name());
    }

    private ObjectNode resource() {
        return Schemas.reference("schemas", name);
    }
}
