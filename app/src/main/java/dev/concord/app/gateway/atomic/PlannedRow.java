package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.record.RecordKey;
import java.util.Optional;
import java.util.Set;

/**
 * The row that an operation names.
 *
 * @param key its key; empty for one that the request inserts
 * @param lid its local id; empty for one that exists
 * @param state the row as the operations before leave it
 * @param known the checksums that the client sent with the operation
 */
record PlannedRow(
        ResourceType type, Optional<RecordKey> key, Optional<String> lid, InterimRow state, Set<String> known) {}
