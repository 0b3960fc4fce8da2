package dev.concord.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.TableId;
import dev.concord.disk.StoredRow;
import dev.concord.disk.StoredValue;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * An entry as JSON in ASCII. A base that is the same as in the edit's entry before is written as {@value #SAME}: while
 * somebody types into one field of a large row, only the changed values are written again.
 */
final class EntryJson {
    private static final JsonMapper JSON = StoredRow.mapper();
    private static final String SAME = "same";

    private EntryJson() {}

    /**
     * Returns an entry's bytes.
     *
     * @param before the base in the edit's entry before, in the same file
     */
    static byte[] of(DraftEntry entry, Optional<Snapshot> before) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (entry) {
            case DraftEntry.Kept(KeptDraft draft) -> put(node.put("state", "kept"), draft, before);
            case DraftEntry.Discarded(KeptDraft draft, Instant at) ->
                put(node.put("state", "discarded").put("discarded", at.toString()), draft, before);
            case DraftEntry.Removed(UUID id) -> node.put("state", "removed").put("id", id.toString());
        }
        return JSON.writeValueAsBytes(node);
    }

    /**
     * Reads an entry.
     *
     * @param before gives the base in an edit's entry before
     * @throws IOException when it is none that this version of the program knows
     */
    static DraftEntry read(byte[] bytes, Map<UUID, Snapshot> before) throws IOException {
        try {
            JsonNode node = JSON.readTree(bytes);
            String state = text(node, "state");
            return switch (state) {
                case "kept" -> new DraftEntry.Kept(draft(node, before));
                case "discarded" ->
                    new DraftEntry.Discarded(draft(node, before), Instant.parse(text(node, "discarded")));
                case "removed" -> new DraftEntry.Removed(UUID.fromString(text(node, "id")));
                default -> throw new IOException("No state of a draft: " + state);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("No draft", e);
        }
    }

    /** Returns the first entry of a file. */
    static byte[] of(DraftedDatabase database) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("identity", database.identity())
                .put("label", database.label())
                .put("address", database.address())
                .put("user", database.user());
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the first entry of a file.
     *
     * @throws IOException when it is none that this version of the program knows
     */
    static DraftedDatabase database(byte[] bytes) throws IOException {
        try {
            JsonNode node = JSON.readTree(bytes);
            return new DraftedDatabase(
                    text(node, "identity"), text(node, "label"), text(node, "address"), text(node, "user"));
        } catch (IllegalArgumentException e) {
            throw new IOException("No database", e);
        }
    }

    private static void put(ObjectNode node, KeptDraft kept, Optional<Snapshot> before) {
        node.put("id", kept.id().toString())
                .put("title", kept.title())
                .put("at", kept.at().toString())
                .put("queued", kept.queued());
        node.set("draft", draft(kept.draft(), before));
        ObjectNode unreadable = node.putObject("unreadable");
        kept.unreadable().forEach(unreadable::put);
        kept.decisions()
                .ifPresent(decisions ->
                        node.set("decisions", decisions(decisions, kept.draft().base())));
        kept.sending()
                .ifPresent(sending ->
                        node.set("sending", sending(sending, kept.draft().base())));
    }

    private static KeptDraft draft(JsonNode node, Map<UUID, Snapshot> before) {
        UUID id = UUID.fromString(text(node, "id"));
        Draft draft = draft(node.required("draft"), Optional.ofNullable(before.get(id)));
        Map<String, String> unreadable = new HashMap<>();
        node.required("unreadable")
                .properties()
                .forEach(
                        field -> unreadable.put(field.getKey(), field.getValue().asText()));
        return new KeptDraft(
                id,
                draft,
                unreadable,
                Optional.ofNullable(node.get("decisions")).map(found -> decisions(found, draft.base())),
                node.required("queued").asBoolean(),
                text(node, "title"),
                Instant.parse(text(node, "at")),
                Optional.ofNullable(node.get("sending")).map(found -> sending(found, draft.base())));
    }

    private static JsonNode draft(Draft draft, Optional<Snapshot> before) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", draft.table().schema())
                .put("table", draft.table().name());
        draft.base().ifPresent(base -> {
            if (before.equals(draft.base())) {
                node.put("base", SAME);
            } else {
                node.set("base", snapshot(base));
            }
        });
        node.set("changes", StoredRow.of(draft.changes()));
        ArrayNode added = node.putArray("added");
        draft.added().forEach(added::add);
        if (draft.deleted()) {
            node.put("deleted", true);
        }
        return node;
    }

    private static Draft draft(JsonNode node, Optional<Snapshot> before) {
        TableId table = new TableId(text(node, "schema"), text(node, "table"));
        Optional<Snapshot> base = Optional.ofNullable(node.get("base"))
                .map(found -> found.isTextual()
                        ? before.orElseThrow(() -> new IllegalArgumentException("The base was not written before"))
                        : snapshot(table, found));
        Set<String> added = new HashSet<>();
        node.required("added").forEach(column -> added.add(column.asText()));
        return new Draft(
                table,
                base,
                StoredRow.read(node.required("changes")),
                added,
                node.path("deleted").asBoolean(false));
    }

    private static JsonNode snapshot(Snapshot snapshot) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("readAt", snapshot.readAt().toString());
        node.set("key", StoredRow.of(snapshot.key().columns()));
        node.set("row", StoredRow.of(snapshot.row()));
        snapshot.token().ifPresent(token -> node.set("token", token(token)));
        return node;
    }

    private static Snapshot snapshot(TableId table, JsonNode node) {
        Row key = StoredRow.read(node.required("key"));
        return new Snapshot(
                new RecordKey(table, key),
                StoredRow.read(node.required("row")),
                Optional.ofNullable(node.get("token")).map(EntryJson::token),
                Instant.parse(text(node, "readAt")));
    }

    private static JsonNode token(VersionToken token) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (token) {
            case VersionToken.OfColumn(Value value) -> node.set("column", StoredValue.of(value));
            case VersionToken.OfDigest digest -> node.put("digest", digest.hex());
            case VersionToken.OfBoth(VersionToken.OfColumn column, VersionToken.OfDigest digest) -> {
                node.set("column", StoredValue.of(column.value()));
                node.put("digest", digest.hex());
            }
        }
        return node;
    }

    private static VersionToken token(JsonNode node) {
        Optional<VersionToken.OfColumn> column = Optional.ofNullable(node.get("column"))
                .map(value -> new VersionToken.OfColumn(StoredValue.read(value)));
        Optional<VersionToken.OfDigest> digest = Optional.ofNullable(node.get("digest"))
                .map(hex -> new VersionToken.OfDigest(Bytes.of(HexFormat.of().parseHex(hex.asText()))));
        if (column.isPresent() && digest.isPresent()) {
            return new VersionToken.OfBoth(column.get(), digest.get());
        }
        return column.<VersionToken>map(only -> only)
                .or(() -> digest)
                .orElseThrow(() -> new IllegalArgumentException("No token"));
    }

    /** The draft that was merged usually has the base of the edit. */
    private static JsonNode decisions(KeptDecisions decisions, Optional<Snapshot> base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("mine", draft(decisions.mine(), base));
        node.set("theirs", snapshot(decisions.theirs()));
        ObjectNode choices = node.putObject("choices");
        decisions.choices().forEach((column, choice) -> choices.set(column, choice(choice)));
        ArrayNode split = node.putArray("split");
        decisions.split().forEach(group -> group.forEach(split.addArray()::add));
        return node;
    }

    private static KeptDecisions decisions(JsonNode node, Optional<Snapshot> base) {
        Draft mine = draft(node.required("mine"), base);
        Map<String, KeptChoice> choices = new HashMap<>();
        node.required("choices")
                .properties()
                .forEach(column -> choices.put(column.getKey(), choice(column.getValue())));
        Set<List<String>> split = new HashSet<>();
        node.required("split")
                .forEach(group -> split.add(StreamSupport.stream(group.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()));
        return new KeptDecisions(mine, snapshot(mine.table(), node.required("theirs")), choices, split);
    }

    private static JsonNode sending(Sending sending, Optional<Snapshot> base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("edit", draft(sending.edit(), base));
        if (!sending.written().equals(sending.edit())) {
            node.set("written", draft(sending.written(), sending.edit().base()));
        }
        return node;
    }

    private static Sending sending(JsonNode node, Optional<Snapshot> base) {
        Draft edit = draft(node.required("edit"), base);
        return new Sending(
                edit,
                Optional.ofNullable(node.get("written"))
                        .map(found -> draft(found, edit.base()))
                        .orElse(edit));
    }

    private static JsonNode choice(KeptChoice choice) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", choice.kind());
        choice.value().ifPresent(value -> node.set("value", StoredValue.of(value)));
        ObjectNode answers = node.putObject("answers");
        choice.answers().forEach((place, answer) -> answers.putObject(place.toString())
                .put("kind", answer.kind())
                .put("text", answer.text()));
        return node;
    }

    private static KeptChoice choice(JsonNode node) {
        Map<Integer, KeptAnswer> answers = new HashMap<>();
        node.required("answers")
                .properties()
                .forEach(part -> answers.put(
                        Integer.valueOf(part.getKey()),
                        new KeptAnswer(text(part.getValue(), "kind"), text(part.getValue(), "text"))));
        return new KeptChoice(
                text(node, "kind"), Optional.ofNullable(node.get("value")).map(StoredValue::read), answers);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }
}
