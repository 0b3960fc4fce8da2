package dev.concord.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry as a line of the journal: one JSON object in ASCII, so that no byte of a value can be mistaken for a line
 * break, and an incomplete line is recognised. A row is an object of its columns in their order, a value as in
 * {@link JournalValue}.
 */
final class JournalLine {
    /** A value may be 16 MiB, and twice that as text. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(4 * Value.LARGE)
                            .build())
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private JournalLine() {}

    /** Returns the line, without its end. */
    static String of(MergeEntry entry) throws JsonProcessingException {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("database", entry.database())
                .put("schema", entry.key().table().schema())
                .put("table", entry.key().table().name())
                .put("at", entry.at().toString());
        line.set("key", row(entry.key().columns()));
        line.set("base", row(entry.base()));
        line.set("mine", row(entry.mine()));
        line.set("theirs", row(entry.theirs()));
        line.set("result", row(entry.result()));
        return JSON.writeValueAsString(line);
    }

    /** Reads a line; empty when it is not an entry, or an incomplete one. */
    static Optional<MergeEntry> read(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            TableId table = new TableId(text(entry, "schema"), text(entry, "table"));
            return Optional.of(new MergeEntry(
                    text(entry, "database"),
                    new RecordKey(table, row(entry, "key")),
                    Instant.parse(text(entry, "at")),
                    row(entry, "base"),
                    row(entry, "mine"),
                    row(entry, "theirs"),
                    row(entry, "result")));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static JsonNode row(Row row) {
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        row.values().forEach((column, value) -> columns.set(column, JournalValue.of(value)));
        return columns;
    }

    private static Row row(JsonNode entry, String name) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : entry.required(name).properties()) {
            values.put(column.getKey(), JournalValue.read(column.getValue()));
        }
        return Row.of(values);
    }

    private static String text(JsonNode entry, String name) {
        return entry.required(name).asText();
    }
}
