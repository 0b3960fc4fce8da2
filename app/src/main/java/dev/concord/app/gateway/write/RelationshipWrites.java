package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.read.ToOneLinkage;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.record.Snapshot;
import java.util.Optional;

/**
 * Writes at the address of a relationship. One that leads to one row is a foreign key of the row itself, and is written as the row is. One
 * that leads to many is the foreign key of those rows: see {@link MemberWrites}. In both cases {@code If-Match} is compared with the row
 * that the address names.
 */
record RelationshipWrites(WriteContext context, ResourceType type, Addresses addresses) {
    Answer answer(Request request) {
        Optional<Relationship> relationship = type.relationship(request.path().getLast());
        if (relationship.isEmpty()) {
            return Answers.error(WriteContext.missing());
        }
        return relationship.get().toMany() ? toMany(request, relationship.get()) : toOne(request, relationship.get());
    }

    private Answer toOne(Request request, Relationship relationship) {
        if (!request.method().equals("PATCH")) {
            return AllowedMethods.only("GET, HEAD, PATCH");
        }
        BodyPart document = WriteBody.document(request);
        Linkage linkage = Linkage.of(document.member("data"));
        Snapshot now = row(request);
        BodyPart meta = document.member("meta");
        return new RowUpdate(
                        context,
                        type,
                        addresses,
                        new LinkageAnswer(new ToOneLinkage(context.store(), type, relationship, addresses), linkage),
                        preconditions(request),
                        meta.present() ? meta.member("base") : meta,
                        Preference.merge(request.headers()),
                        JsonPointer.empty().appendProperty("data"),
                        row -> new InputReader(type, Targets.withoutLocals(context.store()), Optional.of(row.row()))
                                .read(relationship, linkage))
                .write(now);
    }

    private Answer toMany(Request request, Relationship relationship) {
        if (request.method().equals("PATCH")) {
            return Answers.error(ApiError.of(
                    403,
                    "replacement",
                    "The relationship is not replaced as a whole",
                    "Add resources with POST and remove them with DELETE, so that nobody's additions are lost."));
        }
        boolean adding = request.method().equals("POST");
        if (!adding && !request.method().equals("DELETE")) {
            return AllowedMethods.only("GET, HEAD, POST, DELETE");
        }
        Linkage linkage = Linkage.of(WriteBody.document(request).member("data"));
        Snapshot now = row(request);
        Preconditions preconditions = preconditions(request);
        return switch (preconditions.of(type, now)) {
            case Preconditions.Verdict.Missing _ -> Answers.error(Preconditions.missing(type));
            case Preconditions.Verdict.TagMet _ -> Answers.error(Preconditions.met());
            case Preconditions.Verdict.TagMissed _ -> stale(preconditions, now);
            case Preconditions.Verdict.AttributeFailed _ -> stale(preconditions, now);
            case Preconditions.Verdict.Proved _, Preconditions.Verdict.Unguarded _ -> {
                MemberWrites members = new MemberWrites(context, relationship, addresses);
                yield adding ? members.add(now, linkage, request) : members.remove(now, linkage, request);
            }
        };
    }

    private Answer stale(Preconditions preconditions, Snapshot now) {
        RowConflict conflict = RowConflict.withoutBase(type, preconditions.known(), now);
        return Answers.error(conflict.error(412, addresses).atHeader(Preconditions.IF_MATCH))
                .with("ETag", type.tags().etag(now));
    }

    private Snapshot row(Request request) {
        return context.row(WriteContext.key(type, request.path().get(2)));
    }

    private Preconditions preconditions(Request request) {
        return Preconditions.of(request.headers(), type, MissingNode.getInstance());
    }
}
