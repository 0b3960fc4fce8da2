package dev.concord.disk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row as a JSON object of its columns in their order, each value as in {@link StoredValue}. */
public final class StoredRow {
    private StoredRow() {}

    /**
     * Returns a mapper that reads the largest value there is, and writes ASCII: half a surrogate pair has no UTF-8, and
     * no byte of a value can be mistaken for a line break.
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        // A value may be 16 MiB, and twice that as text.
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(4 * Value.LARGE)
                                .build())
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build())
                .build();
    }

    /** Returns the row as JSON. */
    public static JsonNode of(Row row) {
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        row.values().forEach((column, value) -> columns.set(column, StoredValue.of(value)));
        return columns;
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException when a value is none
     * @throws java.time.DateTimeException when a value is no date or time
     */
    public static Row read(JsonNode columns) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            values.put(column.getKey(), StoredValue.read(column.getValue()));
        }
        return Row.of(values);
    }
}
