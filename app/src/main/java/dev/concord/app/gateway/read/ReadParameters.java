package dev.concord.app.gateway.read;

import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.RelatedKeys;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import java.util.List;
import java.util.Set;

/**
 * What a client asks to see of resources.
 *
 * @param include the related rows
 * @param fields the fields of each type
 * @param addresses where resources are for this client
 */
record ReadParameters(IncludeTree include, FieldSets fields, Addresses addresses) {
    private static final Set<String> SINGLE = Set.of("include", "sort");
    private static final Set<String> WITH_MEMBER = Set.of("fields", "filter", "page");

    /**
     * Reads {@code include} and {@code fields[…]}.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when they are not understood
     */
    static ReadParameters of(Request request, ResourceType type, ReadContext context) {
        return new ReadParameters(
                IncludeTree.of(single(request.parameters(), "include"), type, context),
                FieldSets.of(request.parameters(), context),
                new Addresses(request.origin()));
    }

    /**
     * Refuses all parameters but those of some families, and those that must not come twice.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400
     */
    static void check(Parameters parameters, Set<String> families) {
        for (String name : parameters.names()) {
            ParameterName parameter = ParameterName.of(name);
            boolean known = families.contains(parameter.family())
                    && (parameter.member().isPresent() ? WITH_MEMBER : SINGLE).contains(parameter.family());
            if (!known) {
                throw ReadErrors.parameter(name, "There is no such parameter at this address.");
            }
            if (parameters.all(name).size() > 1 && !parameter.family().equals("filter")) {
                throw ReadErrors.parameter(name, "The parameter is given more than once.");
            }
        }
    }

    /** Returns the value of a parameter; the empty text if it is not given. */
    static String single(Parameters parameters, String name) {
        List<String> values = parameters.all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Returns what writes the resources of a type. */
    ResourceWriter writer(ResourceType type, RelatedKeys related) {
        return new ResourceWriter(type, addresses, fields.of(type), related);
    }
}
