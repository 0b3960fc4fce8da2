package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.change.ChangeHandler;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;

/**
 * The streams of changes of one type.
 *
 * @param type the type
 * @param name what its schemas are called
 */
record ChangePaths(ResourceType type, String name) {
    private static final String EVENTS =
            "A stream of server-sent events: changed and deleted, each with the type, the id and, where the row"
                    + " exists, its ETag; ready; reset; unavailable; too-many-rows.";

    /** Adds the addresses to those of all types. */
    void addTo(ObjectNode paths) {
        String all = "/" + ChangeHandler.SEGMENT + "/" + Addresses.segment(type.name());
        paths.putObject(all).set("get", stream("watch", "Watches all rows of a table."));
        if (type.addressable()) {
            ObjectNode one = paths.putObject(all + "/{id}");
            one.putArray("parameters").add(Schemas.reference("parameters", "id"));
            one.set("get", stream("watchOne", "Watches a row."));
        }
    }

    private ObjectNode stream(String id, String summary) {
        return OperationDescription.of(id + "." + name, summary, type.name())
                .with("LastEventId")
                .plain(200, EVENTS, "text/event-stream", Schemas.type(Schemas.STRING))
                .refused(Refusal.NOT_VALID)
                .node();
    }
}
