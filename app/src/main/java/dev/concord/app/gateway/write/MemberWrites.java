package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Adds rows to a relationship that leads to many, and removes them: writes the foreign keys of those rows, all in one transaction, each
 * guarded as it was read. Rows that are members already, or are none, are left alone.
 */
record MemberWrites(WriteContext context, Relationship relationship, Addresses addresses) {

    /** Adds members to a row's relationship. */
    Answer add(Snapshot owner, Linkage linkage, Request request) {
        return write(linkage, new Change(owner, true, request));
    }

    /** Removes members from a row's relationship. */
    Answer remove(Snapshot owner, Linkage linkage, Request request) {
        return keys().staying(linkage.at())
                .map(Answers::error)
                .orElseGet(() -> write(linkage, new Change(owner, false, request)));
    }

    /**
     * What is to become of the rows.
     *
     * @param adding whether they are to be members, or to be none
     * @param request asks for it, at the address of the relationship
     */
    private record Change(Snapshot owner, boolean adding, Request request) {}

    private MemberKeys keys() {
        return new MemberKeys(relationship);
    }

    private Answer write(Linkage linkage, Change change) {
        if (!(linkage instanceof Linkage.ToMany(List<ResourceIdentifier> targets, JsonPointer _))) {
            return Answers.error(
                    ApiError.of(400, "document", "The document is not as JSON:API wants it", "An array is needed here.")
                            .at(linkage.at()));
        }
        ResourceType type = context.type(relationship.type());
        SequencedMap<RecordKey, ResourceIdentifier> named = new LinkedHashMap<>();
        List<ApiError> errors = new ArrayList<>();
        for (ResourceIdentifier target : targets) {
            Optional<RecordKey> key =
                    target.type().equals(type.name()) ? target.id().flatMap(type.ids()::key) : Optional.empty();
            key.ifPresentOrElse(known -> named.put(known, target), () -> errors.add(unknown(target)));
        }
        Map<RecordKey, Snapshot> found = context.store().findAll(type.table().id(), List.copyOf(named.keySet()));
        named.forEach((key, target) -> {
            if (!found.containsKey(key)) {
                errors.add(unknown(target));
            }
        });
        return errors.isEmpty() ? write(type, named, found, change) : Answers.errors(errors);
    }

    private Answer write(
            ResourceType type,
            SequencedMap<RecordKey, ResourceIdentifier> named,
            Map<RecordKey, Snapshot> found,
            Change change) {
        Row owner = change.owner().row();
        Set<Row> spellings = change.adding()
                ? Set.of()
                : new Spellings(context.store(), relationship)
                        .of(
                                change.owner(),
                                found.values().stream().map(Snapshot::row).toList());
        List<RowWrite> writes = new ArrayList<>();
        List<ResourceIdentifier> written = new ArrayList<>();
        List<ApiError> refused = new ArrayList<>();
        named.forEach((key, target) -> {
            Snapshot member = Objects.requireNonNull(found.get(key));
            Draft draft = Draft.of(member);
            Row wanted = change.adding()
                    ? keys().added(owner, member.row())
                    : keys().removed(owner, member.row(), spellings);
            for (Map.Entry<String, Value> value : wanted.values().entrySet()) {
                draft = draft.with(value.getKey(), value.getValue());
            }
            if (draft.dirty()) {
                writes.add(new RowWrite.Update(draft));
                written.add(target);
                fixed(draft, target).ifPresent(refused::add);
            }
        });
        if (!refused.isEmpty()) {
            return Answers.errors(refused);
        }
        BatchOutcome outcome = context.store().writeAll(writes, BatchPolicy.ABORT_ALL);
        List<ApiError> errors = new ArrayList<>();
        boolean asAsked = true;
        for (int i = 0; i < written.size(); i++) {
            switch (outcome.entries().get(i)) {
                case BatchOutcome.NotSaved(Outcome.Unwritten why) -> errors.addAll(errors(type, why, written.get(i)));
                case BatchOutcome.Saved(Snapshot now) ->
                    asAsked &= keys().isMember(owner, now.row()) == change.adding();
                case BatchOutcome.Deleted _, BatchOutcome.RolledBack _ -> {
                    // Nothing is deleted, and another entry says why all was rolled back.
                }
            }
        }
        if (!errors.isEmpty()) {
            return Answers.errors(errors);
        }
        return asAsked ? Answer.of(204) : members(change.request());
    }

    /** Tells what the members are where a trigger of the database made it otherwise. */
    private Answer members(Request request) {
        Answer read = context.read(request);
        return read.status() == 200
                ? read
                : Answers.error(ApiError.of(
                        504,
                        "unconfirmed",
                        "It is not known which resources are members now",
                        "They were written, the database made something else of them, and that could not be read."
                                + " Read the relationship before anything is sent again."));
    }

    private List<ApiError> errors(ResourceType type, Outcome.Unwritten why, ResourceIdentifier target) {
        return switch (why) {
            case Outcome.Stale(Snapshot theirs) ->
                List.of(RowConflict.withoutBase(type, Set.of(), theirs)
                        .error(409, addresses)
                        .at(target.at()));
            case Outcome.Gone _ -> List.of(unknown(target));
            case Outcome.Failure failure -> {
                Map<String, JsonPointer> places = new LinkedHashMap<>();
                relationship.otherColumns().forEach(column -> places.put(column, target.at()));
                yield new FailureErrors(type, target.at(), places).of(failure);
            }
        };
    }

    private Optional<ApiError> fixed(Draft changed, ResourceIdentifier target) {
        return relationship.otherColumns().stream()
                .filter(changed.changes()::has)
                .flatMap(column -> FixedColumns.error(relationship.other(), column, true, target.at()).stream())
                .findFirst();
    }

    private static ApiError unknown(ResourceIdentifier target) {
        return WriteContext.missing().at(target.at());
    }
}
