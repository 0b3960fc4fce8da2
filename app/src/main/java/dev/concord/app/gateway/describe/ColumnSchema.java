package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import java.util.ArrayList;
import java.util.List;

/** The values of a column as they stand in a document: what {@code AttributeValues} writes and reads. */
final class ColumnSchema {
    private ColumnSchema() {}

    static ObjectNode of(Column column) {
        List<String> types = new ArrayList<>(types(column));
        if (column.nullable()) {
            types.add("null");
        }
        ObjectNode schema = Schemas.type(types.toArray(String[]::new));
        details(column, schema);
        if (!column.comment().isBlank()) {
            schema.put("description", column.comment());
        }
        if (!column.writable()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    /** Numbers that JSON does not have are texts, and in SQLite a column of numbers may hold any text. */
    private static List<String> types(Column column) {
        boolean maybeText = column.special() != SpecialValues.NONE;
        return switch (column.kind()) {
            case INTEGER -> maybeText ? List.of("number", Schemas.STRING) : List.of("integer");
            case DECIMAL, NUMERIC -> maybeText ? List.of("number", Schemas.STRING) : List.of("number");
            case FLOAT32, FLOAT64 -> List.of("number", Schemas.STRING);
            case BOOLEAN -> List.of("boolean");
            case OTHER -> maybeText ? List.of("number", Schemas.STRING) : List.of(Schemas.STRING);
            case TEXT, ENUM, JSON, UUID, BINARY, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> List.of(Schemas.STRING);
        };
    }

    private static void details(Column column, ObjectNode schema) {
        boolean plain = column.special() == SpecialValues.NONE;
        switch (column.kind()) {
            case TEXT -> {
                if (plain && column.size() > 0) {
                    schema.put("maxLength", column.size());
                }
            }
            case ENUM -> {
                ArrayNode words = Schemas.texts(column.allowedValues());
                if (column.nullable()) {
                    words.addNull();
                }
                schema.set("enum", words);
            }
            case JSON -> schema.put("contentMediaType", "application/json");
            case BINARY -> schema.put("contentEncoding", "base64");
            case UUID -> schema.put("format", "uuid");
            case DATE -> format(schema, plain, "date");
            case ZONED_TIMESTAMP -> format(schema, plain, "date-time");
            default -> {}
        }
    }

    private static void format(ObjectNode schema, boolean plain, String format) {
        if (plain) {
            schema.put("format", format);
        }
    }

    /** Whether a new row has to have a value. */
    static boolean needed(Column column) {
        return column.requiredOnInsert();
    }
}
