package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.write.Preconditions;
import dev.concord.app.gateway.write.RowConflict;
import dev.concord.app.gateway.write.WriteContext;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows that the operations of a request name: those that exist, compared with what the client says of them, and those that an earlier
 * operation inserts. For one request.
 */
final class PlannedRows {
    private final WriteContext context;
    private final Addresses addresses;
    private final Map<String, String> localTypes = new HashMap<>();
    private final Map<String, InterimRow> byLid = new HashMap<>();
    private final Map<String, RecordKey> keyOfLid = new HashMap<>();
    private final Map<RecordKey, InterimRow> byKey = new HashMap<>();

    PlannedRows(WriteContext context, Addresses addresses) {
        this.context = context;
        this.addresses = addresses;
    }

    /** Returns the types of the rows inserted so far, by local id. */
    Map<String, String> localTypes() {
        return localTypes;
    }

    /** Returns the row with a local id, which an operation before inserts. */
    InterimRow local(String lid) {
        return ofLid(lid).orElseThrow(() -> new IllegalArgumentException("No such local id"));
    }

    /**
     * Returns a type.
     *
     * @throws RequestRefused with 404 when there is none, and with 403 when its rows cannot be written
     */
    ResourceType type(String name, JsonPointer at) {
        ResourceType type = context.findType(name)
                .orElseThrow(() -> new RequestRefused(WriteContext.missing().at(at)));
        if (!type.addressable()) {
            throw new RequestRefused(WriteContext.unwritable(type).at(at));
        }
        return type;
    }

    private Optional<InterimRow> ofLid(String lid) {
        RecordKey key = keyOfLid.get(lid);
        return Optional.ofNullable(key == null ? byLid.get(lid) : byKey.get(key));
    }

    /** Notes a row that an operation inserts, which the ones after it name by its local id, or by its id if it was sent. */
    void insert(ResourceType type, ResourceInput input, InterimRow state) {
        Optional<RecordKey> key = input.id().flatMap(type.ids()::key);
        key.ifPresent(known -> byKey.put(known, state));
        input.lid().ifPresent(lid -> {
            take(lid, type, input.part().member("lid").at());
            key.ifPresentOrElse(known -> keyOfLid.put(lid, known), () -> byLid.put(lid, state));
        });
    }

    private void take(String lid, ResourceType type, JsonPointer at) {
        if (localTypes.putIfAbsent(lid, type.name()) != null) {
            throw new RequestRefused(ApiError.of(
                            400, "document", "The document is not as JSON:API wants it", "The lid is taken already.")
                    .at(at));
        }
    }

    /** Notes what an operation makes of a row. */
    void put(PlannedRow row, InterimRow state) {
        row.lid().ifPresent(lid -> byLid.put(lid, state));
        row.key().ifPresent(key -> byKey.put(key, state));
    }

    /**
     * Finds the row that an operation names.
     *
     * @param checksum finds the checksum that the client sent, a missing node where there is none
     * @throws RequestRefused when there is none, or it is not the one that the client knows
     */
    PlannedRow find(Operation operation, ResourceIdentifier target, Function<ResourceType, JsonNode> checksum) {
        ResourceType type = type(target.type(), target.at());
        if (target.lid().isPresent()) {
            return ofLid(type, target.lid().get(), target.at());
        }
        RecordKey key = key(type, target);
        boolean before = byKey.containsKey(key);
        InterimRow state = state(key, target.at());
        if (state.read().isEmpty()) {
            return new PlannedRow(type, Optional.of(key), Optional.empty(), state, Set.of());
        }
        Preconditions preconditions = Preconditions.ofPart(operation.etag(), type, checksum.apply(type))
                .orElseThrow(() -> new RequestRefused(ApiError.of(
                                400, "malformed-header", "An ETag is malformed", "It has to be in quotation marks.")
                        .at(operation.part().member("meta").member("etag").at())));
        boolean proved = proved(preconditions, type, state.read().get(), target.at());
        InterimRow guarded = proved || before ? state : state.unguarded();
        return new PlannedRow(type, Optional.of(key), Optional.empty(), guarded, preconditions.known());
    }

    /**
     * Finds a row that is to be a member of a relationship, or no member. The client says nothing of it but its name, so it is written
     * under the guard of what is read now.
     *
     * @throws RequestRefused when there is none, or it is of another type
     */
    PlannedRow member(ResourceIdentifier target, Relationship relationship) {
        if (!target.type().equals(relationship.type())) {
            throw new RequestRefused(WriteContext.missing().at(target.at()));
        }
        ResourceType type = type(target.type(), target.at());
        if (target.lid().isPresent()) {
            return ofLid(type, target.lid().get(), target.at());
        }
        RecordKey key = key(type, target);
        return new PlannedRow(type, Optional.of(key), Optional.empty(), state(key, target.at()), Set.of());
    }

    private static RecordKey key(ResourceType type, ResourceIdentifier target) {
        return target.id()
                .flatMap(type.ids()::key)
                .orElseThrow(() -> new RequestRefused(WriteContext.missing().at(target.at())));
    }

    /** Returns a row as the operations before leave it, or as it is. */
    private InterimRow state(RecordKey key, JsonPointer at) {
        InterimRow before = byKey.get(key);
        Optional<InterimRow> state = before == null
                ? context.store().find(key).map(InterimRow::of)
                : Optional.of(before).filter(known -> !known.deleted());
        return state.orElseThrow(() -> new RequestRefused(WriteContext.missing().at(at)));
    }

    private PlannedRow ofLid(ResourceType type, String lid, JsonPointer at) {
        InterimRow state = ofLid(lid)
                .filter(known -> !known.deleted() && type.name().equals(localTypes.get(lid)))
                .orElseThrow(() -> new RequestRefused(WriteContext.missing().at(at)));
        Optional<RecordKey> key = Optional.ofNullable(keyOfLid.get(lid));
        return new PlannedRow(type, key, key.isPresent() ? Optional.empty() : Optional.of(lid), state, Set.of());
    }

    /** Whether the row is the one that the client knows; false where it does not say and need not. */
    private boolean proved(Preconditions preconditions, ResourceType type, Snapshot read, JsonPointer at) {
        return switch (preconditions.of(type, read)) {
            case Preconditions.Verdict.Proved _ -> true;
            case Preconditions.Verdict.Unguarded _ -> false;
            case Preconditions.Verdict.Missing _ ->
                throw new RequestRefused(Preconditions.missing(type).at(at));
            case Preconditions.Verdict.TagMissed _ -> throw stale(412, preconditions, type, read, at);
            case Preconditions.Verdict.AttributeFailed _ -> throw stale(409, preconditions, type, read, at);
            case Preconditions.Verdict.TagMet _ -> throw stale(412, preconditions, type, read, at);
        };
    }

    private RequestRefused stale(
            int status, Preconditions preconditions, ResourceType type, Snapshot read, JsonPointer at) {
        return new RequestRefused(RowConflict.withoutBase(type, preconditions.known(), read)
                .error(status, addresses)
                .at(at));
    }
}
