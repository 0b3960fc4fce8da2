package dev.concord.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.TableId;
import dev.concord.disk.StoredRow;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry as a line of the journal: one JSON object in ASCII, so that no byte of a value can be mistaken for a line
 * break, and an incomplete line is recognised. Rows are as in {@link StoredRow}.
 */
final class JournalLine {
    private static final JsonMapper JSON = StoredRow.mapper();

    private JournalLine() {}

    /** Returns the line, without its end. */
    static String of(MergeEntry entry) throws JsonProcessingException {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("database", entry.database())
                .put("schema", entry.key().table().schema())
                .put("table", entry.key().table().name())
                .put("at", entry.at().toString());
        line.set("key", StoredRow.of(entry.key().columns()));
        line.set("base", StoredRow.of(entry.base()));
        line.set("mine", StoredRow.of(entry.mine()));
        line.set("theirs", StoredRow.of(entry.theirs()));
        line.set("result", StoredRow.of(entry.result()));
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

    private static Row row(JsonNode entry, String name) {
        return StoredRow.read(entry.required(name));
    }

    private static String text(JsonNode entry, String name) {
        return entry.required(name).asText();
    }
}
