package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.resource.Addresses;
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
        InterimRow state = byLid.get(lid);
        if (state == null) {
            throw new IllegalArgumentException("No such local id");
        }
        return state;
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

    /** Notes a row that an operation inserts. */
    void insert(ResourceType type, String lid, InterimRow state, JsonPointer at) {
        if (localTypes.putIfAbsent(lid, type.name()) != null) {
            throw new RequestRefused(ApiError.of(
                            400, "document", "The document is not as JSON:API wants it", "The lid is taken already.")
                    .at(at));
        }
        byLid.put(lid, state);
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
        RecordKey key = target.id()
                .flatMap(type.ids()::key)
                .orElseThrow(() -> new RequestRefused(WriteContext.missing().at(target.at())));
        Optional<InterimRow> before = Optional.ofNullable(byKey.get(key));
        Optional<InterimRow> state = before.isPresent()
                ? before.filter(known -> !known.deleted())
                : context.store().find(key).map(InterimRow::of);
        if (state.isEmpty()) {
            throw new RequestRefused(WriteContext.missing().at(target.at()));
        }
        Preconditions preconditions = Preconditions.ofPart(operation.etag(), type, checksum.apply(type))
                .orElseThrow(() -> new RequestRefused(ApiError.of(
                                400, "malformed-header", "An ETag is malformed", "It has to be in quotation marks.")
                        .at(operation.part().member("meta").member("etag").at())));
        Snapshot read = state.get().read().orElseThrow();
        boolean proved = proved(preconditions, type, read, target.at());
        InterimRow guarded =
                proved || before.isPresent() ? state.get() : state.get().unguarded();
        return new PlannedRow(type, Optional.of(key), Optional.empty(), guarded, preconditions.known());
    }

    private PlannedRow ofLid(ResourceType type, String lid, JsonPointer at) {
        InterimRow state = byLid.get(lid);
        if (state == null || state.deleted() || !type.name().equals(localTypes.get(lid))) {
            throw new RequestRefused(WriteContext.missing().at(at));
        }
        return new PlannedRow(type, Optional.empty(), Optional.of(lid), state, Set.of());
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
