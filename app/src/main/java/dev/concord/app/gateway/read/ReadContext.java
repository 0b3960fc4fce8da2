package dev.concord.app.gateway.read;

import dev.concord.app.condition.ConditionParser;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.store.RecordStore;

/**
 * What every read needs. Safe to share between threads.
 *
 * @param store reads the rows
 * @param types the types the client may see
 * @param limits how many rows one answer has
 * @param conditions reads filters
 */
record ReadContext(RecordStore store, ResourceTypes types, PageLimits limits, ConditionParser conditions) {

    /**
     * Returns a type by its name.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 404 when there is none
     */
    ResourceType type(String name) {
        return types.find(name).orElseThrow(() -> ReadErrors.notFound("There are no resources of this type."));
    }

    /**
     * Returns the type that a relationship leads to.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 404 when it is no longer there
     */
    ResourceType typeOf(Relationship relationship) {
        return types.of(relationship.other().id())
                .orElseThrow(() -> ReadErrors.notFound("There are no resources of this type any more."));
    }
}
