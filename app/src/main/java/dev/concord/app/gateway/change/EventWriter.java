package dev.concord.app.gateway.change;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes events as the HTML standard's event streams have them. Each is sent at once. */
final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private final OutputStream out;
    private final String type;

    /** @param type of the resources the events are about */
    EventWriter(OutputStream out, String type) {
        this.out = out;
        this.type = type;
    }

    /**
     * Sends an event for each row that is different. Only the last one has an id: a client that is cut off before it is told all of them again.
     *
     * @param id by which a client that comes back says that it knows all this; empty where it does not count
     */
    void rows(List<Difference> differences, Optional<String> id) throws IOException {
        for (int i = 0; i < differences.size(); i++) {
            row(differences.get(i), i == differences.size() - 1 ? id : Optional.empty());
        }
    }

    private void row(Difference difference, Optional<String> id) throws IOException {
        StringWriter data = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(data)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("id", difference.id());
            if (difference.etag().isPresent()) {
                json.writeStringField("etag", difference.etag().get());
            }
            json.writeEndObject();
        }
        // JSON escapes the characters that end a line.
        event(difference.etag().isPresent() ? "changed" : "deleted", data.toString(), id);
    }

    /** Sends an event about the stream. */
    void stream(String event) throws IOException {
        event(event, "{}", Optional.empty());
    }

    /** Sends an event about the stream, with an id. */
    void stream(String event, String id) throws IOException {
        event(event, "{}", Optional.of(id));
    }

    /** Sends what clients ignore, to find out whether this one is still there. */
    void alive() throws IOException {
        send(":\n\n");
    }

    private void event(String event, String data, Optional<String> id) throws IOException {
        send("event: " + event + "\ndata: " + data
                + id.map(known -> "\nid: " + known).orElse("") + "\n\n");
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
