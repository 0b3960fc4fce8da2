package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.AttributeValues;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ValueReading;
import dev.concord.app.gateway.write.InputValues.LocalValue;
import dev.concord.catalog.Column.Generation;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a resource object wants to write: its attributes, and the foreign keys of the relationships that lead to one row.
 * Everything that is wrong is collected, so that one answer names it all. For one resource object.
 */
public final class InputReader {
    private final ResourceType type;
    private final Targets targets;
    private final Optional<Row> present;
    private final Map<String, LocalValue> locals = new HashMap<>();
    private final Map<String, JsonPointer> places = new HashMap<>();
    private final List<ApiError> errors = new ArrayList<>();
    private Row row = Row.EMPTY;

    /**
     * Reads for one row.
     *
     * @param targets finds the rows that relationships name
     * @param present the row to be changed as it is; empty for a new one
     */
    public InputReader(ResourceType type, Targets targets, Optional<Row> present) {
        this.type = type;
        this.targets = targets;
        this.present = present;
    }

    /** Reads a resource object; the values of a new row contain the key that its id names. */
    public InputValues read(ResourceInput input) {
        if (present.isEmpty()) {
            input.id().ifPresent(id -> idOfNew(id, input.part().member("id").at()));
        }
        input.attributes().forEach(this::attribute);
        input.relationships().forEach((name, linkage) -> relationship(name, linkage, input.part()));
        return new InputValues(row, locals, places, errors);
    }

    /** Reads one relationship. */
    public InputValues read(Relationship relationship, Linkage linkage) {
        linkage(relationship, linkage);
        return new InputValues(row, locals, places, errors);
    }

    private void idOfNew(String id, JsonPointer at) {
        Optional<RecordKey> key = type.ids().key(id);
        boolean computed = type.table().rowKey().orElseThrow().columns().stream()
                .flatMap(name -> type.table().column(name).stream())
                .anyMatch(column -> !column.writable());
        if (computed) {
            errors.add(ApiError.of(
                            403,
                            "computed-id",
                            "The id is not the client's to choose",
                            "The database computes the id of a new resource.")
                    .at(at));
        } else if (key.isEmpty()) {
            errors.add(invalid("The id is none of this type.", at));
        } else {
            key.get().columns().forEach((column, value) -> set(column, value, at));
        }
    }

    private void attribute(String name, BodyPart part) {
        if (name.equals(type.checksum())) {
            return;
        }
        Optional<Attribute> attribute = type.attribute(name);
        if (attribute.isEmpty()) {
            errors.add(ApiError.of(
                            422,
                            "unknown-attribute",
                            "There is no such attribute",
                            type.relationship(name).isPresent()
                                    ? "This is a relationship; it belongs into the member relationships."
                                    : "The type " + type.name() + " has no attribute of this name.")
                    .at(part.at()));
            return;
        }
        switch (AttributeValues.read(part.value(), attribute.get().column())) {
            case ValueReading.Read(Value value) -> attribute(attribute.get(), value, part.at());
            case ValueReading.Wrong(String detail) -> errors.add(invalid(detail, part.at()));
        }
    }

    private void attribute(Attribute attribute, Value value, JsonPointer at) {
        String column = attribute.column().name();
        boolean asItIs = present.isPresent() && present.get().get(column).equals(value);
        if (!attribute.column().writable()) {
            boolean harmless = present.isPresent() ? asItIs : value.isNull();
            if (!harmless) {
                errors.add(readOnly("The database computes this attribute.", at));
            }
        } else if (present.isPresent()
                && type.table().rowKey().orElseThrow().columns().contains(column)) {
            if (!asItIs) {
                errors.add(readOnly("This attribute belongs to the resource's id, which does not change.", at));
            }
        } else if (present.isPresent() || !value.isNull() || attribute.column().generation() != Generation.IDENTITY) {
            set(column, value, at);
        }
    }

    private void relationship(String name, Linkage linkage, BodyPart whole) {
        Optional<Relationship> relationship = type.relationship(name);
        if (relationship.isEmpty()) {
            errors.add(ApiError.of(
                            422,
                            "unknown-relationship",
                            "There is no such relationship",
                            "The type " + type.name() + " has no relationship of this name.")
                    .at(whole.member("relationships").at().appendProperty(name)));
        } else {
            linkage(relationship.get(), linkage);
        }
    }

    private void linkage(Relationship relationship, Linkage linkage) {
        if (relationship.toMany()) {
            errors.add(ApiError.of(
                            403,
                            "not-replaced-as-a-whole",
                            "The relationship cannot be replaced as a whole",
                            "Its rows hold the foreign key: write them, or add and remove members at the relationship's"
                                    + " address.")
                    .at(linkage.at()));
            return;
        }
        switch (linkage) {
            case Linkage.ToNone none -> refer(relationship, Optional.empty(), none.at());
            case Linkage.ToOne one -> refer(relationship, one.target());
            case Linkage.ToMany many ->
                errors.add(invalid("The relationship leads to one resource: an identifier or null.", many.at()));
        }
    }

    private void refer(Relationship relationship, ResourceIdentifier target) {
        switch (targets.find(relationship, target)) {
            case Targets.Found.Values(Row values) -> refer(relationship, Optional.of(values), target.at());
            case Targets.Found.Local(String lid) -> referLocally(relationship, lid, target.at());
            case Targets.Found.Wrong(ApiError error) -> errors.add(error);
        }
    }

    /** Sets the foreign key to what the other row holds, or to nothing. */
    private void refer(Relationship relationship, Optional<Row> other, JsonPointer at) {
        for (int i = 0; i < relationship.ownColumns().size(); i++) {
            String theirs = relationship.otherColumns().get(i);
            Value value = other.map(values -> values.get(theirs)).orElse(Value.ofNull());
            String column = relationship.ownColumns().get(i);
            Optional<ApiError> fixed = FixedColumns.error(type.table(), column, present.isPresent(), at);
            if (fixed.isEmpty()) {
                set(column, value, at);
            } else if (!present.map(row -> row.get(column))
                    .orElse(Value.ofNull())
                    .equals(value)) {
                refuse(fixed.get());
            }
        }
    }

    private void referLocally(Relationship relationship, String lid, JsonPointer at) {
        for (int i = 0; i < relationship.ownColumns().size(); i++) {
            String column = relationship.ownColumns().get(i);
            if (row.has(column)) {
                errors.add(saidTwice(at));
            }
            FixedColumns.error(type.table(), column, present.isPresent(), at).ifPresent(this::refuse);
            locals.put(column, new LocalValue(lid, relationship.otherColumns().get(i)));
            places.put(column, at);
        }
    }

    /** A foreign key of several columns is refused once. */
    private void refuse(ApiError error) {
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    private void set(String column, Value value, JsonPointer at) {
        if (locals.containsKey(column) || (row.has(column) && !row.get(column).equals(value))) {
            errors.add(saidTwice(at));
        }
        row = row.with(column, value);
        places.put(column, at);
    }

    private static ApiError saidTwice(JsonPointer at) {
        return invalid("The request says two different things about the same column.", at);
    }

    private static ApiError invalid(String detail, JsonPointer at) {
        return ApiError.of(422, "invalid-value", "The value is not acceptable", detail)
                .at(at);
    }

    private static ApiError readOnly(String detail, JsonPointer at) {
        return ApiError.of(422, "read-only", "The attribute cannot be written", detail)
                .at(at);
    }
}
