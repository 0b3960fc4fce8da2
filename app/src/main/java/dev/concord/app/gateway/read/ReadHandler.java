package dev.concord.app.gateway.read;

import dev.concord.app.condition.ConditionParser;
import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.document.ReadAnswers;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.LostColumn;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.dialect.FaultText;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers GET at the addresses of resources and of what they are related to. Filters are read in English, with dates in the order of ISO
 * 8601, and their days are those of UTC. Safe to share between threads.
 */
public final class ReadHandler implements Handler {
    private static final System.Logger LOG = System.getLogger(ReadHandler.class.getName());
    private static final int OF_ALL = 1;
    private static final int OF_TYPE = 2;
    private static final int OF_RESOURCE = 3;
    private static final int OF_RELATED = 4;
    private static final int OF_RELATIONSHIP = 5;
    private static final String RELATIONSHIPS = "relationships";
    private static final String WRITING = "POST";

    private final ReadContext context;

    /**
     * Reads from a database.
     *
     * @param types the types of the store's tables that the client may see
     */
    public ReadHandler(RecordStore store, ResourceTypes types, PageLimits limits) {
        this.context =
                new ReadContext(store, types, limits, new ConditionParser(Texts.of(Locale.ROOT), Clock.systemUTC()));
    }

    /**
     * Answers a read.
     *
     * @throws RequestRefused when it is not understood, or names nothing
     */
    @Override
    public Answer answer(Request request) {
        JsonApi.checkAccept(request.headers().all("Accept"), Set.of());
        return ReadAnswers.of(
                context.store().reading(_ -> asItIs(request)),
                !request.parameters().names().isEmpty());
    }

    /** Of a table that has lost a column the first read finds that out, and the second one reads what is left. */
    private Answer asItIs(Request request) {
        try {
            return routed(request);
        } catch (LostColumn lost) {
            LOG.log(System.Logger.Level.DEBUG, "A table has lost a column: {0}", FaultText.of(lost));
            return routed(request);
        }
    }

    private Answer routed(Request request) {
        List<String> path = request.path();
        if (path.isEmpty() || !path.getFirst().equals(Addresses.ROOT)) {
            throw nothing();
        }
        return switch (path.size()) {
            case OF_ALL -> new TypesAnswer(context.types()).of(request);
            case OF_TYPE ->
                path.get(1).equals(Addresses.OPERATIONS)
                        ? AllowedMethods.only(WRITING)
                        : collection(request, context.type(path.get(1)));
            case OF_RESOURCE -> member(request, context.type(path.get(1)), path.get(2));
            case OF_RELATED ->
                increments(path)
                        ? AllowedMethods.only(WRITING)
                        : relationship(request, path.get(3)).related(request);
            case OF_RELATIONSHIP -> {
                if (!path.get(3).equals(RELATIONSHIPS)) {
                    throw nothing();
                }
                yield relationship(request, path.get(4)).identifiers(request);
            }
            default -> throw nothing();
        };
    }

    /** Whether an address is there to be written to only: a relationship may have the same name, and is read there. */
    private boolean increments(List<String> path) {
        ResourceType type = context.type(path.get(1));
        return path.get(3).equals(Addresses.INCREMENT)
                && type.addressable()
                && type.relationship(Addresses.INCREMENT).isEmpty();
    }

    private Answer collection(Request request, ResourceType type) {
        String address = new Addresses(request.origin()).collection(type.name());
        return new CollectionAnswer(context, type, address, List.of()).of(request);
    }

    private Answer member(Request request, ResourceType type, String id) {
        Snapshot row = row(type, id);
        String address =
                new Addresses(request.origin()).resource(type.name(), type.ids().id(row.key()));
        return new MemberAnswer(context, type, address).of(request, Optional.of(row));
    }

    private RelationshipAnswer relationship(Request request, String name) {
        ResourceType type = context.type(request.path().get(1));
        Relationship relationship = type.relationship(name)
                .orElseThrow(
                        () -> ReadErrors.notFound("Resources of type " + type.name() + " have no such relationship."));
        return new RelationshipAnswer(context, type, row(type, request.path().get(2)), relationship);
    }

    private Snapshot row(ResourceType type, String id) {
        if (!type.addressable()) {
            throw ReadErrors.notFound(
                    "Rows of this type have no addresses of their own, because no key tells them apart."
                            + " They are members of the collection.");
        }
        return type.ids()
                .key(id)
                .flatMap(context.store()::find)
                .orElseThrow(() ->
                        ReadErrors.notFound("There is no resource of this id. It may have been deleted meanwhile."));
    }

    private static RequestRefused nothing() {
        return ReadErrors.notFound("There is nothing at this address.");
    }
}
