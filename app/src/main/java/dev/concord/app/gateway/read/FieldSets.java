package dev.concord.app.gateway.read;

import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of resources a client asks for.
 *
 * @param byType names of fields by the name of a type; types that are not named have all
 */
record FieldSets(Map<String, Set<String>> byType) {

    FieldSets {
        byType = Map.copyOf(byType);
    }

    /** Returns the fields of a type; empty for all of them. */
    Optional<Set<String>> of(ResourceType type) {
        return Optional.ofNullable(byType.get(type.name()));
    }

    /**
     * Reads all parameters {@code fields[…]}.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there is no such type or field
     */
    static FieldSets of(Parameters parameters, ReadContext context) {
        Map<String, Set<String>> byType = new HashMap<>();
        for (String name : parameters.names()) {
            ParameterName parameter = ParameterName.of(name);
            if (parameter.family().equals("fields")) {
                ResourceType type = parameter
                        .member()
                        .flatMap(context.types()::find)
                        .orElseThrow(() -> ReadErrors.parameter(name, "There are no resources of this type."));
                byType.put(type.name(), fields(name, parameters.all(name), type));
            }
        }
        return new FieldSets(byType);
    }

    private static Set<String> fields(String parameter, List<String> values, ResourceType type) {
        Set<String> fields = new LinkedHashSet<>();
        for (String list : values) {
            if (!list.isEmpty()) {
                fields.addAll(List.of(list.split(",", -1)));
            }
        }
        if (!fields.stream().allMatch(type::mayBeAsked)) {
            throw ReadErrors.parameter(
                    parameter, "Resources of type " + type.name() + " do not have all of these fields.");
        }
        return fields;
    }
}
