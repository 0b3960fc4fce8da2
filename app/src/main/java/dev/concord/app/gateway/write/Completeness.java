package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.catalog.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that a replacement of a whole resource names every attribute that can be written. An attribute that was forgotten would otherwise
 * have to be emptied, or stay although the client means that it does not.
 */
final class Completeness {
    private Completeness() {}

    /** Returns the values with an error for each attribute that is missing. */
    static InputValues check(ResourceType type, InputValues values, ResourceInput input) {
        List<String> key = type.table().rowKey().orElseThrow().columns();
        JsonPointer attributes = input.part().member("attributes").at();
        List<ApiError> errors = new ArrayList<>(values.errors());
        for (Attribute attribute : type.attributes()) {
            Column column = attribute.column();
            boolean needed = column.writable() && !key.contains(column.name());
            if (needed
                    && !values.row().has(column.name())
                    && !input.attributes().containsKey(attribute.name())) {
                errors.add(ApiError.of(
                                422,
                                "missing-attribute",
                                "An attribute is missing",
                                "PUT replaces the whole resource; use PATCH to write some attributes.")
                        .at(attributes.appendProperty(attribute.name())));
            }
        }
        return new InputValues(values.row(), values.locals(), values.places(), errors);
    }
}
