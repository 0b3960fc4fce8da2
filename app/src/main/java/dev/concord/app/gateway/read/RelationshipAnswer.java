package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.IsNull;
import dev.concord.query.ColumnCondition.NotNull;
import dev.concord.record.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with what a row is related to: the related rows themselves, or only their identifiers.
 *
 * @param context the database
 * @param type the type of the row
 * @param row the row
 * @param relationship the relationship
 */
record RelationshipAnswer(ReadContext context, ResourceType type, Snapshot row, Relationship relationship) {

    /**
     * Answers with the related rows.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when a parameter is not understood
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Answer related(Request request) {
        ResourceType other = context.typeOf(relationship);
        String address = addresses(request).related(type.name(), id(), relationship.name());
        return relationship.toMany()
                ? new CollectionAnswer(context, other, address, conditions()).of(request)
                : new MemberAnswer(context, other, address)
                        .of(request, new RelatedRows(context.store()).target(relationship, row));
    }

    /**
     * Answers with the identifiers of the related rows. The tag of the row is the answer's only where the row says which one it is related
     * to, and in {@code meta.etag} otherwise.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when a parameter is not understood
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Answer identifiers(Request request) {
        return relationship.toMany() ? ofMany(request) : ofOne(request);
    }

    private Answer ofOne(Request request) {
        ReadParameters.check(request.parameters(), Set.of());
        Optional<Answer> settled = new Conditions(type.tags().etag(row))
                .answer(request, relationship.holdsKey() && type.tags().proveContent());
        ToOneLinkage linkage = new ToOneLinkage(context.store(), type, relationship, addresses(request));
        return settled.orElseGet(() -> linkage.answer(row, linkage.of(row)));
    }

    private Answer ofMany(Request request) {
        ReadParameters.check(request.parameters(), Set.of("sort", "filter", "page"));
        ResourceType other = context.typeOf(relationship);
        CollectionPart part = CollectionPart.of(request, other, address(request), conditions(), context);
        return CollectionAnswer.streamed(part, this::identifier, json -> relatedLink(request, json));
    }

    private void identifier(Snapshot related, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", relationship.type());
        json.writeStringField("id", relationship.ids().id(related.key()));
        json.writeEndObject();
    }

    private void relatedLink(Request request, JsonGenerator json) throws IOException {
        json.writeStringField("related", addresses(request).related(type.name(), id(), relationship.name()));
    }

    /** The conditions on the related rows; no row meets them where the row is related to none. */
    private List<ColumnCondition> conditions() {
        return RelatedRows.conditions(relationship, row).orElseGet(() -> {
            String any = relationship.otherColumns().getFirst();
            return List.of(
                    new ColumnCondition(any, List.of(new IsNull())), new ColumnCondition(any, List.of(new NotNull())));
        });
    }

    private String address(Request request) {
        return addresses(request).relationship(type.name(), id(), relationship.name());
    }

    private static Addresses addresses(Request request) {
        return new Addresses(request.origin());
    }

    private String id() {
        return type.ids().id(row.key());
    }
}
