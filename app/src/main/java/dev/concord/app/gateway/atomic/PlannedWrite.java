package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.store.WriteStep;
import java.util.Map;
import java.util.Set;

/**
 * One operation as a write.
 *
 * @param type the type of the row
 * @param step writes it
 * @param known the checksums that the client sent
 * @param part where the request has the resource
 * @param places where the request has the value of each column
 */
record PlannedWrite(
        ResourceType type, WriteStep step, Set<String> known, JsonPointer part, Map<String, JsonPointer> places) {}
