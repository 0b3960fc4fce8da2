package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the error of a conflict has in its meta information: the row as it is, and what a merge would make of both changes. */
final class ConflictSchema {
    private ConflictSchema() {}

    static ObjectNode of() {
        ObjectNode members = Schemas.object();
        members.set(
                "yours",
                Schemas.array(Schemas.type(Schemas.STRING)).put("description", "The checksums that were sent."));
        ObjectNode current = Schemas.object();
        current.set("checksum", Schemas.type(Schemas.STRING));
        current.set("etag", Schemas.type(Schemas.STRING));
        members.set("current", Schemas.members(current, List.of("checksum", "etag")));
        ObjectNode changed = Schemas.object();
        changed.set("by", Schemas.type(Schemas.STRING));
        changed.set("at", Schemas.type(Schemas.STRING));
        members.set(
                "changed",
                Schemas.members(changed, List.of())
                        .put("description", "Who changed the row and when, where its columns say so."));
        members.set("data", Schemas.reference("schemas", "AnyResource"));
        members.set("merge", merge());
        return Schemas.members(members, List.of("yours", "current", "data"));
    }

    private static ObjectNode merge() {
        ObjectNode one = Schemas.object();
        one.set("attribute", Schemas.type(Schemas.STRING));
        for (String side : List.of("base", "current", "yours")) {
            one.set(side, Schemas.object());
        }
        ObjectNode members = Schemas.object();
        members.set("kept", Schemas.type(Schemas.OBJECT));
        members.set("undecided", Schemas.array(Schemas.members(one, List.of("attribute"))));
        return Schemas.members(members, List.of("kept", "undecided"))
                .put("description", "What becomes of both changes, where meta.base says what the client started from.");
    }
}
