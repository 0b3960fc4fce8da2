package dev.concord.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/**
 * A value as JSON: {@code null}, or an object of its kind and its text, {@code {"exact":"1.5"}}. Numbers are texts,
 * too, because many programs read JSON numbers as floating point.
 */
public final class StoredValue {
    private StoredValue() {}

    /** Returns the value as JSON. */
    public static JsonNode of(Value value) {
        return switch (value) {
            case Value.Null _ -> JsonNodeFactory.instance.nullNode();
            case Value.Text(String text) -> node("text", text);
            case Value.Malformed(Bytes bytes) -> node("malformed", base64(bytes));
            case Value.Exact(BigDecimal number) -> node("exact", number.toString());
            case Value.Float32 number -> node("float32", number.text());
            case Value.Float64 number -> node("float64", number.text());
            case Value.Bool bool -> node("boolean", bool.text());
            case Value.Date date -> node("date", date.text());
            case Value.Time time -> node("time", time.text());
            case Value.DateTime dateTime -> node("datetime", dateTime.text());
            case Value.Moment moment -> node("moment", moment.text());
            case Value.Uuid uuid -> node("uuid", uuid.text());
            case Value.Json(String text) -> node("json", text);
            case Value.Binary(Bytes bytes) -> node("binary", base64(bytes));
            case Value.Other(String type, String text) -> node("other", text).put("type", type);
            case Value.Large(Value.Large.Kind kind, long size, String sha256) ->
                node("large", sha256).put("kind", kind.name()).put("size", size);
        };
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException when it is no value
     * @throws java.time.DateTimeException when it is no date or time
     */
    public static Value read(JsonNode node) {
        if (node.isNull()) {
            return Value.ofNull();
        }
        String kind = node.isEmpty() ? "" : node.fieldNames().next();
        String text = node.path(kind).asText();
        return switch (kind) {
            case "text" -> new Value.Text(text);
            case "malformed" -> new Value.Malformed(bytes(text));
            case "exact" -> new Value.Exact(new BigDecimal(text));
            case "float32" -> new Value.Float32(Float.parseFloat(text));
            case "float64" -> new Value.Float64(Double.parseDouble(text));
            case "boolean" -> new Value.Bool(Boolean.parseBoolean(text));
            case "date" -> new Value.Date(LocalDate.parse(text));
            case "time" -> new Value.Time(LocalTime.parse(text));
            case "datetime" -> new Value.DateTime(LocalDateTime.parse(text));
            case "moment" -> new Value.Moment(OffsetDateTime.parse(text));
            case "uuid" -> new Value.Uuid(UUID.fromString(text));
            case "json" -> new Value.Json(text);
            case "binary" -> new Value.Binary(bytes(text));
            case "other" -> new Value.Other(node.required("type").asText(), text);
            case "large" ->
                new Value.Large(
                        Value.Large.Kind.valueOf(node.required("kind").asText()),
                        node.required("size").asLong(),
                        text);
            default -> throw new IllegalArgumentException("No kind of value: " + kind);
        };
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static Bytes bytes(String base64) {
        return Bytes.of(Base64.getDecoder().decode(base64));
    }

    private static ObjectNode node(String kind, String text) {
        return JsonNodeFactory.instance.objectNode().put(kind, text);
    }
}
